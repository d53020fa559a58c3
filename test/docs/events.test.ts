import { describe, expect, test } from 'vitest';
import { connector } from '../../manifest/connector.ts';
import { composeCard } from '../../server/cards/compose.ts';
import { unknownEventTypes } from '../../server/events/catalog.ts';
import { readEvents } from '../../server/events/read-events.ts';
import { doorOpened } from './door-opened.ts';
import { readPage, requestOf } from './page.ts';

const page = readPage('events.md');

describe('the commands of docs/events.md', () => {
  test.each(page.blocks('sh'))('send events that channels can choose (%#)', (command) => {
    const { headers, body } = requestOf(command);
    expect(command).toContain('/api/events');
    expect(headers.authorization).toBe('Bearer $KEY');
    const events = readEvents(headers, body, { defaultSource: 'urn:cardwire:key', now: new Date() });
    expect(events.length).toBeGreaterThan(0);
    for (const event of events) {
      if (event.type === doorOpened.type) continue;
      expect(unknownEventTypes(connector, [event.type])).toEqual([]);
      expect(composeCard(event, { language: 'en', connector }).title).toContain(String(event.data.title));
    }
  });
});
