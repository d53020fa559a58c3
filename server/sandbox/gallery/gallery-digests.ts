import type { Connector } from '../../../manifest/connector.ts';
import type { Digest } from '../../cards/digest-card.ts';
import { sampleEvent } from '../../events/samples/sample-event.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** So many came of each type. */
const COUNTS: readonly [type: string, count: number][] = [
  ['github.push', 61],
  ['task.created', 12],
  ['github.issues.opened', 8],
  ['github.workflow_run.failed', 2],
];
/** Of each type so many are named at most. */
const NAMED = 4;

/** One of each kind of card that tells many events; the named ones came evenly over the time that it is about. */
export function galleryDigests(connector: Connector, now: Date): Map<Digest['kind'], Digest> {
  const counts = COUNTS.map(([type, count]) => ({
    type,
    source: sampleEvent(connector, type, now).source,
    count,
  }));
  const named = Array.from({ length: NAMED }, (_, round) =>
    COUNTS.flatMap(([type, count]) => (round < count ? [type] : [])),
  ).flat();
  const digest = (kind: Digest['kind'], lastsMs: number): [Digest['kind'], Digest] => [
    kind,
    {
      kind,
      ...(kind === 'digest' && { every: 'hourly' as const }),
      counts,
      newest: named.map((type, index) =>
        sampleEvent(connector, type, new Date(now.getTime() - (index / named.length) * lastsMs)),
      ),
      since: new Date(now.getTime() - lastsMs),
      at: now,
    },
  ];
  return new Map([digest('digest', HOUR_MS), digest('storm', MINUTE_MS), digest('catch_up', 26 * HOUR_MS)]);
}
