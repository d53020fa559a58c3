import { readFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { connector } from '../../manifest/connector.ts';
import { composeCard } from '../../server/cards/compose.ts';
import { toEvent } from '../../server/events/stored-event.ts';
import { startTestApp } from '../app.ts';
import { doorOpened } from './door-opened.ts';
import { readPage, requestOf } from './page.ts';

const { blocks } = readPage('events.md');
const recipe = blocks('ts')[0] ?? '';
const withDoors = {
  ...connector,
  eventGroups: [{ id: 'doors', title: { en: 'Doors', fr: 'Portes' }, eventTypes: [doorOpened] }],
};

it('the recipe of docs/events.md has under 15 lines of code', () => {
  expect(recipe.split('\n').filter((line) => line.trim() !== '').length).toBeLessThan(15);
});

it('the recipe is the code that these tests run, but for where its imports are', () => {
  const lines = (code: string) => code.trim().split('\n').sort();
  const runs = readFileSync(new URL('door-opened.ts', import.meta.url), 'utf8')
    .replace("'../../server/", "'../server/")
    .replace("'../../manifest/", "'./");
  expect(lines(recipe)).toEqual(lines(runs));
});

it('the recipe makes a card of the event that the page sends', async () => {
  const test = await startTestApp({}, withDoors);
  onTestFinished(() => test.close());
  const command = blocks('sh').find((block) => block.includes('door.opened')) ?? '';
  const { headers, body } = requestOf(command);
  const answer = await test.app.inject({
    method: 'POST',
    url: '/api/events',
    headers: { ...headers, authorization: `Bearer ${await test.newKey('events')}` },
    payload: JSON.stringify(body),
  });
  expect(answer.statusCode).toBe(202);
  const stored = toEvent(await test.storage.prisma.event.findFirstOrThrow());
  expect(composeCard(stored, { language: 'en', connector: withDoors })).toMatchObject({
    title: String.raw`North\_door is open`,
    summary: 'North_door is open',
    facts: [{ title: 'Keys left', value: '2' }],
  });
  expect(composeCard(stored, { language: 'fr', connector: withDoors })).toMatchObject({
    summary: 'North_door est ouverte',
    facts: [{ title: 'Clés restantes', value: '2' }],
  });
});
