import { beforeEach, describe, expect, it } from 'vitest';
import { runPackageCommand } from '../../../manifest/package/command.ts';
import { unzipPackage } from '../../../manifest/package/zip.ts';
import { DECLARATION } from './packages.ts';

const disk = new Map<string, Uint8Array>();
beforeEach(() => disk.clear());

const run = (args: string[], env: NodeJS.ProcessEnv = {}, declaration = DECLARATION) =>
  runPackageCommand({
    args,
    env,
    declaration,
    readFile: (path) => disk.get(path),
    writeFile: (path, bytes) => void disk.set(path, bytes),
  });

const PUBLIC_URL = 'https://cards.fabrikam.com';
const FILE = 'dist/cardwire.zip';
const entra = {
  ENTRA_CLIENT_ID: '2c7a0b3e-8c5f-4d9a-9e4b-3f6d8a0c2e5b',
  ENTRA_TENANTS: '7f2c5d8b-3b0e-4c4f-9a9d-8e1f3b5d7a0c',
};

describe('npm run package', () => {
  it('writes the package of the settings, also of production’s', () => {
    const { exitCode, out, err } = run([], { NODE_ENV: 'production', PUBLIC_URL, ...entra });
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).toContain(`${FILE}: the app `);
    expect(out).not.toContain('Before it is published');
    expect([...unzipPackage(disk.get(FILE) ?? new Uint8Array()).keys()]).toContain('manifest.json');
  });

  it('takes an address of its own, and says what would stop the store', () => {
    const { exitCode, out } = run(['--url', 'https://mine.devtunnels.ms', '--out', 'mine.zip']);
    expect(exitCode).toBe(0);
    expect(disk.has('mine.zip')).toBe(true);
    expect(out).toContain('Without ENTRA_CLIENT_ID');
    expect(out).toContain(
      'Before it is published:\n  manifest.json validDomains.0: It is a tunnel’s address.',
    );
  });

  it('says in the sandbox what to set', () => {
    const { exitCode, err } = run([]);
    expect(exitCode).toBe(1);
    expect(err).toContain('http://localhost:3978');
    expect(err).toContain('Set PUBLIC_URL');
    expect(err).toContain('--url');
    expect(disk.size).toBe(0);
  });

  it('writes nothing that Teams refuses, and with --store nothing that the store refuses', () => {
    const refused = run([], { PUBLIC_URL: 'https://10.1.2.3' });
    expect([refused.exitCode, refused.err]).toEqual([1, expect.stringContaining('It is an IP address.')]);
    expect(run(['--store'], { PUBLIC_URL: 'https://mine.devtunnels.ms' }).exitCode).toBe(1);
    expect(disk.size).toBe(0);
  });

  it('wants a higher version for another content, and the same content as often as one likes', () => {
    expect(run([], { PUBLIC_URL }).exitCode).toBe(0);
    expect(run([], { PUBLIC_URL }).exitCode).toBe(0);
    const first = disk.get(FILE);
    const { exitCode, err } = run([], { PUBLIC_URL, ...entra });
    expect([exitCode, err]).toEqual([1, expect.stringContaining('Raise `version` in manifest/listing.ts.')]);
    expect(disk.get(FILE)).toBe(first);

    const withVersion = (version: string) => ({
      ...DECLARATION,
      listing: { ...DECLARATION.listing, version },
    });
    expect(run([], { PUBLIC_URL, ...entra }, withVersion('0.9.9')).err).toContain('It is 0.9.9, and 1.0.0');
    expect(run([], { PUBLIC_URL, ...entra }, withVersion('1.0.10')).exitCode).toBe(0);
    expect(run([], { PUBLIC_URL, ...entra }, withVersion('1.0.9')).exitCode).toBe(1);
  });

  it('does not mind what was made for another server, or is no package at all', () => {
    disk.set(FILE, new TextEncoder().encode('no zip'));
    expect(run([], { PUBLIC_URL }).exitCode).toBe(0);
    expect(run([], { PUBLIC_URL: 'https://other.fabrikam.com' }).exitCode).toBe(0);
  });

  it('answers programs', () => {
    const { out } = run(['--json'], { PUBLIC_URL });
    expect(JSON.parse(out)).toMatchObject({
      path: FILE,
      problems: [],
      installation: { publicUrl: PUBLIC_URL },
    });
    const refused = run(['--json'], { PUBLIC_URL: 'https://10.1.2.3' });
    expect([refused.exitCode, JSON.parse(refused.out)]).toMatchObject([
      1,
      { path: null, problems: [{ field: 'validDomains.0', stops: 'installing' }] },
    ]);
  });

  it('gives help, and to what it does not understand too', () => {
    expect(run(['--help'])).toMatchObject({ exitCode: 0, out: expect.stringContaining('--store') });
    expect(run(['--shop'])).toMatchObject({ exitCode: 2, err: expect.stringContaining('--store') });
    expect(run([], { PUBLIC_URL: 'nowhere' })).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining('PUBLIC_URL must be an address'),
    });
  });
});
