import { expect, it } from 'vitest';
import { connector } from '../../../manifest/connector.ts';
import { sampleEvent } from '../../../server/events/samples/sample-event.ts';

const NOW = new Date('2026-11-21T10:00:00Z');
const TYPES = connector.eventGroups.flatMap((group) => group.eventTypes.map(({ type }) => type));
const generic = sampleEvent(connector, 'unknown.type', NOW);

it.each(TYPES)('has an event of its own for %s', (type) => {
  const event = sampleEvent(connector, type, NOW);
  expect(event).toMatchObject({ type, time: NOW });
  expect(event.data).not.toEqual(generic.data);
});

it('has one that every card understands for a type without a sample', () => {
  expect(generic).toMatchObject({ type: 'unknown.type', time: NOW });
  expect(generic.data).toHaveProperty('title');
});
