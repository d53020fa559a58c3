import { expect, it } from 'vitest';
import { readAppLocation } from '../../../web/sandbox/app.ts';

const OWN = 'http://localhost:3978';

function read(search: string) {
  return readAppLocation(search, OWN, 'Cardwire');
}

it('opens its own origin when nothing else is asked for', () => {
  expect(read('')).toEqual({
    name: 'Cardwire',
    configurationUrls: {
      connector: `${OWN}/config?host=connector&theme={theme}&locale={locale}`,
      tab: `${OWN}/config?host=tab&theme={theme}&locale={locale}`,
    },
  });
});

it('opens Cardwire on another origin, under the name of its host', () => {
  expect(read('?app=https://cards.example:8443')).toEqual({
    name: 'cards.example:8443',
    configurationUrls: {
      connector: 'https://cards.example:8443/config?host=connector&theme={theme}&locale={locale}',
      tab: 'https://cards.example:8443/config?host=tab&theme={theme}&locale={locale}',
    },
  });
});

it('takes a whole address for the configuration page itself', () => {
  const page = 'https://other.example/setup?theme={theme}';
  expect(read(`?app=${encodeURIComponent(page)}`).configurationUrls).toEqual({ connector: page, tab: page });
});

it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'nonsense', ''])(
  'opens itself when asked for %j',
  (app) => {
    expect(read(`?app=${encodeURIComponent(app)}`)).toEqual(read(''));
  },
);
