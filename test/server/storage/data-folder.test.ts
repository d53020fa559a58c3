import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { StartError } from '../../../server/start-error.ts';
import { databaseFolder, openDataFolder, readSecrets } from '../../../server/storage/data-folder.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'cardwire-folder-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
});

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

it('is made with everything above it, and no other user can list it', () => {
  const folder = openDataFolder(join(parent, 'a', 'b'));
  expect(statSync(folder).isDirectory()).toBe(true);
  // Root's database runs as another user, who passes through.
  expect(modeOf(folder)).toBe(process.getuid?.() === 0 ? '711' : '700');
});

it('that is there is taken as it is', () => {
  const folder = openDataFolder(join(parent, 'data'));
  writeFileSync(join(folder, 'mine'), '');
  expect(openDataFolder(folder)).toBe(folder);
  expect(readdirSync(folder)).toEqual(['mine']);
});

it('is known by its real name, so that two links to it are one folder', () => {
  const folder = openDataFolder(join(parent, 'data'));
  symlinkSync(folder, join(parent, 'link'));
  expect(openDataFolder(join(parent, 'link'))).toBe(folder);
});

it('that cannot be made is refused by name, with what to do', () => {
  writeFileSync(join(parent, 'file'), '');
  for (const path of [join(parent, 'file'), join(parent, 'file', 'below')]) {
    expect(() => openDataFolder(path)).toThrow(StartError);
    expect(() => openDataFolder(path)).toThrow(`The data folder ${path} cannot be used`);
    expect(() => openDataFolder(path)).toThrow('Set DATA_DIR');
  }
});

it('draws its secrets once, for its owner alone', () => {
  const first = readSecrets(parent);
  expect(readSecrets(parent)).toEqual(first);
  expect(modeOf(join(parent, 'secrets.json'))).toBe('600');
  expect(readdirSync(parent)).toEqual(['secrets.json']);
  expect(Buffer.from(first.secretKey, 'base64')).toHaveLength(32);
  expect(first.sandboxApiKey).toMatch(/^cw_[\w-]{32}$/);
});

it('draws other secrets than another folder', () => {
  const other = openDataFolder(join(parent, 'other'));
  const [one, two] = [readSecrets(parent), readSecrets(other)];
  for (const [name, value] of Object.entries(one))
    expect(Object.entries(two)).not.toContainEqual([name, value]);
});

it('keeps a secret that a newer version asks for, beside the old ones', () => {
  const { sandboxGithubSecret, ...old } = readSecrets(parent);
  writeFileSync(join(parent, 'secrets.json'), JSON.stringify(old));
  const added = readSecrets(parent);
  expect(added).toMatchObject(old);
  expect(added.sandboxGithubSecret).not.toBe(sandboxGithubSecret);
  expect(readSecrets(parent)).toEqual(added);
});

it.each([
  ['broken off', '{"databasePassword": "a'],
  ['empty', ''],
  ['of another kind', '"text"'],
  ['a list', '[]'],
  ['null', 'null'],
  ['of values of another kind', '{"databasePassword": 5}'],
])('with secrets that are %s is refused, and they are left as they are', (_how, content) => {
  const file = join(parent, 'secrets.json');
  writeFileSync(file, content);
  expect(() => readSecrets(parent)).toThrow(StartError);
  expect(() => readSecrets(parent)).toThrow(`${file} is not readable`);
  expect(readFileSync(file, 'utf8')).toBe(content);
});

it('holds the database, unless its user cannot pass through to it', () => {
  expect(databaseFolder(parent, undefined)).toBe(join(parent, 'postgres'));
});

it('leads to the database where it was put before, also when it was not made yet', () => {
  const elsewhere = join(parent, 'postgres-of-another-disk');
  const folder = openDataFolder(join(parent, 'data'));
  symlinkSync(elsewhere, join(folder, 'postgres'));
  expect(databaseFolder(folder, undefined)).toBe(elsewhere);
  mkdirSync(elsewhere);
  expect(databaseFolder(folder, undefined)).toBe(elsewhere);
});

it('whose database is gone from where its link leads says so', () => {
  const gone = join(parent, 'gone', 'postgres');
  symlinkSync(gone, join(parent, 'postgres'));
  expect(() => databaseFolder(parent, undefined)).toThrow(StartError);
  expect(() => databaseFolder(parent, undefined)).toThrow(`The database was kept in ${gone}, which is gone.`);
});
