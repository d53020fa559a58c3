// `npm start`: sets up what is missing, then runs the server on the Node that came with the packages.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { environment, node, root, setUp } from './setup.mjs';

setUp();

const main = join(root, 'server', 'main.ts');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  // This Node runs TypeScript itself: no second process.
  await import(pathToFileURL(main).href);
} else {
  // The first start, on an older Node. The channel tells the server when this process is gone.
  const server = spawn(node, [main], {
    cwd: process.cwd(),
    env: environment,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // A terminal's Ctrl-C reaches the server by itself; this process only waits for its end.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => server.kill('SIGTERM'));
  server.on('exit', (code) => process.exit(code ?? 1));
}
