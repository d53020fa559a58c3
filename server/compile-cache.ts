import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';

/** Beside the packages, not in the system's folder for everybody: who can write here can change the code itself. */
const FOLDER = join(import.meta.dirname, '../node_modules/.cache/cardwire');

/**
 * Lets what is loaded from now on be read as it was compiled in an earlier start: a third less time and 20 MiB less
 * memory, most of it because TypeScript's types need not be taken out again. Where nothing can be written
 * (a read-only image) all goes on without.
 */
export function readCompiled(): void {
  enableCompileCache(FOLDER);
}

/** Writes down what was compiled; a process that is killed would not. */
export const keepCompiled = flushCompileCache;
