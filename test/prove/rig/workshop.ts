import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from '../../../server/storage/data-folder.ts';

/** Where a run keeps its files and processes: a temporary folder, and a list of what must end with the run. */
export interface Workshop {
  folder: string;
  /** Starts a module of this repository as a process of its own; what it prints goes to `<title>.log`. */
  fork(title: string, module: string, nodeOptions?: readonly string[]): ChildProcess;
  /** Runs `step` when the run is over; the last one registered runs first. */
  atTheEnd(step: () => Promise<unknown>): void;
  /** The run is over: whatever ends now was meant to. */
  isClosing(): boolean;
  /** Ends everything. `keepFiles` leaves the folder, with the logs of all processes, for people to read. */
  close(keepFiles?: boolean): Promise<void>;
}

export function openWorkshop(): Workshop {
  const folder = openDataFolder(mkdtempSync(join(tmpdir(), 'cardwire-rig-')));
  const steps: (() => Promise<unknown>)[] = [];
  let closing = false;
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  // A run that is interrupted leaves no folder behind; its processes end by themselves.
  process.once('exit', remove);
  return {
    folder,
    fork(title, module, nodeOptions = []) {
      const log = openSync(join(folder, `${title.replaceAll(' ', '-')}.log`), 'a');
      const child = fork(module, {
        // A test runner's own flags are not for the child.
        execArgv: [...nodeOptions],
        serialization: 'advanced',
        stdio: ['ignore', log, log, 'ipc'],
      });
      closeSync(log);
      steps.push(() => ended(child));
      return child;
    },
    atTheEnd: (step) => steps.push(step),
    isClosing: () => closing,
    async close(keepFiles = false) {
      closing = true;
      // Also what was still starting and registers itself only now.
      for (let step = steps.pop(); step; step = steps.pop()) await step();
      process.off('exit', remove);
      if (!keepFiles) remove();
    },
  };
}

/** Kills a process if it still runs, and waits for its end. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exit;
}
