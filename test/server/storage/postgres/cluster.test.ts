import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { StartError } from '../../../../server/start-error.ts';
import {
  type Cluster,
  clusterUrl,
  findRunning,
  initialise,
  startServer,
} from '../../../../server/storage/postgres/cluster.ts';
import { isAlive } from '../../../../server/storage/postgres/process.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cardwire-cluster-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

/** A program that says something and ends badly, as PostgreSQL's do when they cannot go on. */
function failing(name: string, words: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\necho '${words}' >&2\nexit 1\n`, { mode: 0o755 });
  return file;
}

function clusterThatSays(words: string): Cluster {
  return {
    folder: join(folder, 'postgres'),
    password: 'secret',
    binaries: { initdb: failing('initdb', words), postgres: failing('postgres-server', words) },
    user: undefined,
  };
}

const FULL = [
  'initdb: error: could not write to file "pg_wal/xlogtemp": No space left on device',
  'FATAL:  could not extend file "base/1/2": Disk quota exceeded',
];

describe('a data directory', () => {
  it.each(FULL)('on a full disk is refused with what to do: %s', (words) => {
    const cluster = clusterThatSays(words);
    expect(() => initialise(cluster)).toThrow(StartError);
    expect(() => initialise(cluster)).toThrow(
      `The disk that holds ${cluster.folder} is full. Free some space and start again.`,
    );
  });

  it('that cannot be made is refused with the reason, in one line', () => {
    const cluster = clusterThatSays('initdb: error: invalid locale name "xx"');
    expect(() => initialise(cluster)).toThrow(
      new StartError(
        `The database in ${cluster.folder} does not start: initdb: error: invalid locale name "xx"`,
      ),
    );
  });

  it('that cannot be made leaves nothing behind, least of all the password', () => {
    expect(() => initialise(clusterThatSays('no'))).toThrow(StartError);
    expect(readdirSync(folder).sort()).toEqual(['initdb', 'postgres-server']);
  });

  it('that is there is not made anew', () => {
    const cluster = clusterThatSays('nobody may ask');
    mkdirSync(cluster.folder);
    writeFileSync(join(cluster.folder, 'PG_VERSION'), '18\n');
    initialise(cluster);
  });

  it('whose program is missing is refused', () => {
    const cluster = clusterThatSays('');
    rmSync(cluster.binaries.initdb);
    expect(() => initialise(cluster)).toThrow(StartError);
    expect(() => initialise(cluster)).toThrow('ENOENT');
  });
});

describe('a server', () => {
  it.each(FULL)('on a full disk is refused with what to do: %s', async (words) => {
    await expect(startServer(clusterThatSays(words))).rejects.toThrow('is full. Free some space');
  });

  it('that ends at once is refused with the last reason it gave', async () => {
    const cluster = clusterThatSays('LOG: hello\nFATAL: data directory has wrong ownership\nHINT: none');
    await expect(startServer(cluster)).rejects.toThrow(
      new StartError(
        `The database in ${cluster.folder} does not start: FATAL: data directory has wrong ownership`,
      ),
    );
  });
});

describe('a postmaster.pid', () => {
  const noted = (lines: string) => {
    const cluster = clusterThatSays('');
    mkdirSync(cluster.folder);
    writeFileSync(join(cluster.folder, 'postmaster.pid'), lines);
    return cluster;
  };
  const file = (cluster: Cluster) => join(cluster.folder, 'postmaster.pid');

  it('that is missing, empty or broken means that no server runs', async () => {
    expect(await findRunning(clusterThatSays(''))).toBeUndefined();
    expect(await findRunning(noted(''))).toBeUndefined();
    rmSync(join(folder, 'postgres'), { recursive: true });
    expect(await findRunning(noted('-4\n/data\n'))).toBeUndefined();
  });

  it.each([
    ['is gone', 2_147_483_646],
    ['has its number from another program', process.ppid],
  ])('of a server that %s means that none runs, and that ours may start', async (_how, pid) => {
    const rest = `\n${folder}\n0\n5432\n\n127.0.0.1\n  123  456\nready\n`;
    const cluster = noted(pid + rest);
    expect(await findRunning(cluster)).toBeUndefined();
    // PostgreSQL takes its parent's number for stale; the rest tells it whose memory to look at.
    expect(readFileSync(file(cluster), 'utf8')).toBe(process.pid + rest);
  });
});

it('an address holds the password whatever its letters', () => {
  const cluster = { ...clusterThatSays(''), password: 'a/b@c:d?e#f%' };
  const url = new URL(clusterUrl(cluster, 5_432, 'cardwire'));
  expect(decodeURIComponent(url.password)).toBe(cluster.password);
  expect(url.host + url.pathname).toBe('127.0.0.1:5432/cardwire');
});

it('knows who is alive', () => {
  expect(isAlive(process.pid)).toBe(true);
  expect(isAlive(2_147_483_646)).toBe(false);
});
