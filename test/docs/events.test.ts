import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, test } from 'vitest';
import { type Connector, connector, type EventType } from '../../manifest/connector.ts';
import { composeCard } from '../../server/cards/compose.ts';
import { genericCard } from '../../server/cards/generic-card.ts';
import { escapeMarkdown } from '../../server/cards/markdown.ts';
import { unknownEventTypes } from '../../server/events/catalog.ts';
import type { Event } from '../../server/events/event.ts';
import { textAt } from '../../server/events/fields.ts';
import { readEvents } from '../../server/events/read-events.ts';

const page = readFileSync(new URL('../../docs/events.md', import.meta.url), 'utf8');
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map((match) => match[1] ?? '');

/** What curl would send: the headers and the body of a command. */
function requestOf(command: string) {
  const headers = [...command.matchAll(/-H ["']([^"':]+): ([^"']*)["']/g)].map((match) => [
    (match[1] ?? '').toLowerCase(),
    match[2] ?? '',
  ]);
  return { headers: Object.fromEntries(headers), body: JSON.parse(/-d '(.*)'/s.exec(command)?.[1] ?? '') };
}

describe('the commands of docs/events.md', () => {
  test.each(blocks('sh'))('send events that channels can choose (%#)', (command) => {
    const { headers, body } = requestOf(command);
    expect(command).toContain('/api/events');
    expect(headers.authorization).toBe('Bearer $KEY');
    const events = readEvents(headers, body, { defaultSource: 'urn:cardwire:key', now: new Date() });
    expect(events.length).toBeGreaterThan(0);
    for (const event of events) {
      expect(unknownEventTypes(connector, [event.type])).toEqual([]);
      expect(composeCard(event, { language: 'en', connector }).title).toContain(String(event.data.title));
    }
  });
});

describe('the recipe of docs/events.md', () => {
  const [declaration, template] = blocks('ts');
  const read = (code: string): EventType =>
    runInNewContext(`(${code})`, { genericCard, escapeMarkdown, textAt });
  const offering = (eventType: EventType): Connector => ({
    ...connector,
    eventGroups: [{ id: 'doors', title: { en: 'Doors', fr: 'Portes' }, eventTypes: [eventType] }],
  });
  const event: Event = {
    source: 'https://doors.example',
    id: '1',
    type: 'door.opened',
    time: new Date(),
    data: { door: 'North_door' },
  };

  it('has under 15 lines', () => {
    expect(declaration?.split('\n').length).toBeLessThan(15);
  });

  it('gives an event type with a card', () => {
    const doors = offering(read(declaration ?? ''));
    expect(unknownEventTypes(doors, ['door.opened'])).toEqual([]);
    expect(composeCard(event, { language: 'fr', connector: doors })).toMatchObject({
      title: 'Porte ouverte',
      facts: [{ title: 'Door', value: String.raw`North\_door` }],
    });
  });

  it('gives a template that changes a part of it', () => {
    const doors = offering({ ...read(declaration ?? ''), ...read(`{${template}}`) });
    expect(composeCard(event, { language: 'en', connector: doors })).toMatchObject({
      title: String.raw`North\_door is open`,
      severity: 'warning',
    });
  });
});

test('docs/events.md lists every event type of GitHub that the connector offers, and no other', () => {
  const named = new Set(page.match(/github\.[a-z_.]*[a-z]/g)?.filter((name) => name !== 'github.com'));
  const offered = connector.eventGroups
    .flatMap((group) => group.eventTypes.map(({ type }) => type))
    .filter((type) => type.startsWith('github.'));
  expect([...named].sort()).toEqual(offered.sort());
});
