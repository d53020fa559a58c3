import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { HELP, readAloneOptions } from '../../../../server/sandbox/alone/alone-options.ts';

const docs = readFileSync(new URL('../../../../docs/sandbox-alone.md', import.meta.url), 'utf8');

it('reads the command of its documentation', () => {
  const [, args = ''] = /^npm run sandbox -- (.+)$/m.exec(docs) ?? [];
  const options = readAloneOptions(args.split(' '));
  expect(options).toMatchObject({ name: 'localhost:5173', port: 3979 });
  expect(options?.app.href).toBe('http://localhost:5173/config');
});

it('takes a name and a port', () => {
  const args = ['--app', 'https://app.example/?theme={theme}', '--name', 'Weather', '--port', '0'];
  expect(readAloneOptions(args)).toMatchObject({ name: 'Weather', port: 0 });
});

it('explains itself instead when asked', () => {
  expect(readAloneOptions(['--help'])).toBeUndefined();
  for (const [, option = ''] of docs.matchAll(/^\| `(--\w+)/gm)) expect(HELP).toContain(option);
});

it.each([
  [[], '--app is missing'],
  [['--app', 'localhost:5173'], '--app must be an address'],
  [['--app', 'file:///etc/passwd'], '--app must be an address'],
  [['--app', 'http://a.example', '--port', '70000'], '--port must be a port number'],
  [['--app', 'http://a.example', '--port', 'x'], '--port must be a port number'],
  [['--url', 'http://a.example'], '--url'],
  [['http://a.example'], 'http://a.example'],
])('says what is wrong with %j', (args, words) => {
  expect(() => readAloneOptions(args)).toThrow(words);
});
