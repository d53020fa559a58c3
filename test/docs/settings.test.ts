import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { readSettings } from '../../server/settings.ts';
import { StartError } from '../../server/start-error.ts';

/** Values that are right for the settings without which production does not start. */
const EXAMPLES: Record<string, string> = {
  PUBLIC_URL: 'https://cardwire.example.com',
  DATABASE_URL: 'postgresql://cardwire:secret@db.example.com/cardwire',
  SECRET_KEYS: Buffer.alloc(32, 1).toString('base64'),
  ENTRA_CLIENT_ID: '11111111-2222-3333-4444-555555555555',
  ENTRA_TENANTS: '66666666-7777-8888-9999-000000000000',
};

it('documents every setting that the server reads, and no other', () => {
  const source = readFileSync('server/settings.ts', 'utf8');
  const read = [
    ...source.matchAll(/\bread(?:<[^>]*>)?\(\s*'([A-Z_]+)'/g),
    ...source.matchAll(/\benv\.([A-Z_]+)/g),
  ];
  const page = readFileSync('docs/settings.md', 'utf8');
  const documented = [...page.matchAll(/^\| `([A-Z_]+)`/gm)];
  const names = (matches: RegExpExecArray[]) => [...new Set(matches.map((match) => match[1]))].sort();
  expect(names(documented)).toEqual(names(read));
});

const rows = [
  ...readFileSync('docs/settings.md', 'utf8').matchAll(/^\| `([A-Z_]+)`( \*\*P\*\*)? \|(.*?)\| (.+) \|$/gm),
];

it('marks the settings that production does not start without', () => {
  const marked = rows.flatMap(([, name, mark]) => (mark ? [name] : []));
  const complaint = () => readSettings({ NODE_ENV: 'production' });
  expect(complaint).toThrow(StartError);
  for (const name of marked) expect(complaint).toThrow(`${name} is missing`);
  const given = Object.fromEntries(marked.map((name) => [name, EXAMPLES[name ?? '']]));
  expect(readSettings({ NODE_ENV: 'production', ...given }).production).toBe(true);
});

it('tells the defaults that the server has', () => {
  const {
    databaseConnections,
    port,
    dataDir,
    retentionDays,
    keyRequestsPerMinute,
    publicUrl,
    trustedProxies,
  } = readSettings({});
  const defaults = Object.fromEntries(
    rows.map(([, name, , value]) => [name, value?.replaceAll('`', '').trim()]),
  );
  expect(defaults).toMatchObject({
    DATABASE_CONNECTIONS: String(databaseConnections),
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    RETENTION_DAYS: String(retentionDays),
    KEY_REQUESTS_PER_MINUTE: String(keyRequestsPerMinute),
    DATA_DIR: basename(dataDir),
  });
  // Written out where they are explained.
  const text = readFileSync('docs/settings.md', 'utf8');
  expect(text).toContain(trustedProxies.join(','));
  expect(readSettings({ PACE: defaults.PACE })).toEqual(readSettings({}));
  expect(readSettings({ ENTRA_CLOUD: defaults.ENTRA_CLOUD })).toEqual(readSettings({}));
});
