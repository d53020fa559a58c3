import type { Connector } from '../../../manifest/connector.ts';
import type { Digest } from '../../cards/digest-card.ts';
import { sampleEvent } from '../../events/samples/sample-event.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const TYPES = ['github.push', 'task.created', 'github.issues.opened', 'github.workflow_run.failed'];
const COUNTS = [61, 12, 8, 2];

/** One of each kind of card that tells many events, newest first and a minute apart. */
export function galleryDigests(connector: Connector, now: Date): Map<Digest['kind'], Digest> {
  const newest = Array.from({ length: 10 }, (_, index) => {
    const time = new Date(now.getTime() - index * MINUTE_MS);
    return sampleEvent(connector, TYPES[index % TYPES.length] ?? '', time);
  });
  const counts = TYPES.map((type, index) => ({
    type,
    source: sampleEvent(connector, type, now).source,
    count: COUNTS[index] ?? 0,
  }));
  const digest = (kind: Digest['kind'], lastsMs: number): [Digest['kind'], Digest] => [
    kind,
    { kind, every: 'hourly', counts, newest, since: new Date(now.getTime() - lastsMs), at: now },
  ];
  return new Map([digest('digest', HOUR_MS), digest('storm', MINUTE_MS), digest('catch_up', 26 * HOUR_MS)]);
}
