import { expect, it } from 'vitest';
import { fillPlaceholders } from '../../../../web/sandbox/host/context.ts';
import { PLACE } from './open-host.ts';

it.each([
  ['https://a.example/?theme={theme}&locale={locale}', 'https://a.example/?theme=dark&locale=fr-FR'],
  ['https://a.example/?theme={app.theme}&l={app.locale}', 'https://a.example/?theme=dark&l=fr-FR'],
  ['https://a.example/?me={loginHint}', 'https://a.example/?me=ada%40lighthouse.example'],
  ['https://a.example/?id={page.id}', 'https://a.example/?id=entity'],
])('fills %s', (url, filled) => {
  expect(fillPlaceholders(url, PLACE)).toBe(filled);
});

it('leaves what is no placeholder of Teams, encoded', () => {
  expect(fillPlaceholders('https://a.example/?x={other}', PLACE)).toBe('https://a.example/?x=%7Bother%7D');
});

it('escapes values, so that a name cannot add a parameter', () => {
  const place = { ...PLACE, entityId: 'a&host=tab#' };
  expect(fillPlaceholders('https://a.example/?id={entityId}', place)).toBe(
    'https://a.example/?id=a%26host%3Dtab%23',
  );
});
