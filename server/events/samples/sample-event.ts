import type { Connector } from '../../../manifest/connector.ts';
import { eventTypeOf } from '../catalog.ts';
import type { Event, JsonObject } from '../event.ts';
import { githubSample } from './github-sample.ts';

/** What a type without a sample shows: the fields that every card understands. */
const GENERIC: JsonObject = {
  title: 'The lamp was changed',
  text: 'The old one had burned for **1,004 hours**.',
  url: 'https://lighthouse.example/log/1004',
  actor: { name: 'Ada Marsh' },
  facts: [
    { title: 'Lamp', value: 'North' },
    { title: 'Hours', value: 1_004 },
  ],
};

/** An event of this type as it may come, made up at `now`. Its card is the one that a real event would get. */
export function sampleEvent(connector: Connector, type: string, now: Date): Event {
  const given = eventTypeOf(connector, type)?.sample;
  const event = given ? undefined : githubSample(type, now);
  return (
    event ?? {
      source: 'https://lighthouse.example',
      id: `sample/${type}`,
      type,
      time: now,
      data: given ?? GENERIC,
    }
  );
}
