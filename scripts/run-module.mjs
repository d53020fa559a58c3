// Runs a TypeScript module of this repository with the arguments of this process, on the Node of the packages.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { environment, node, root, setUp } from './setup.mjs';

/** Ends this process as the module's process ends. */
export function runModule(module) {
  setUp();
  const child = spawn(node, [join(root, module), ...process.argv.slice(2)], {
    cwd: root,
    env: environment,
    stdio: 'inherit',
  });
  // A terminal's Ctrl-C reaches the child by itself; this process only waits for its end.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0);
  });
}
