import type { Connector } from '../../../manifest/connector.ts';
import type { Digest } from '../../cards/digest-card.ts';
import { sampleEvent } from '../../events/samples/sample-event.ts';

const HOUR_MS = 3_600_000;

const TYPES = ['github.push', 'task.created', 'github.issues.opened', 'github.workflow_run.failed'];
const COUNTS = [61, 12, 8, 1];

/** One of each kind of card that tells many events, newest first and a minute apart. */
export function galleryDigests(connector: Connector, now: Date): Map<Digest['kind'], Digest> {
  const newest = Array.from({ length: 10 }, (_, index) => {
    const time = new Date(now.getTime() - index * 60_000);
    return sampleEvent(connector, TYPES[index % TYPES.length] ?? '', time);
  });
  const counts = TYPES.map((type, index) => ({ type, count: COUNTS[index] ?? 0 }));
  const since = new Date(now.getTime() - 26 * HOUR_MS);
  const kinds: Digest['kind'][] = ['digest', 'storm', 'catch_up'];
  return new Map(kinds.map((kind) => [kind, { kind, counts, newest, since }]));
}
