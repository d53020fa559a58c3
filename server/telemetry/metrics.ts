import { Counter, Histogram, Registry } from 'prom-client';
import type { AttemptReport } from '../delivery/attempt-report.ts';
import type { Receipt } from '../events/schema.ts';
import { type RetryWarning, WARNING_LEVELS } from './retry-warning.ts';

/** What this process counts, for Prometheus. No label holds an id, an address or a name. */
export interface Metrics {
  registry: Registry;
  attempted(report: AttemptReport): void;
  /** A request's events were stored. */
  taken(receipts: readonly Receipt[], durationMs: number): void;
  warned(level: RetryWarning): void;
  pressed(result: (typeof PRESSES)[number]): void;
  forwarded(result: (typeof FORWARDS)[number]): void;
}

const KINDS = ['single', 'storm', 'digest', 'catch_up', 'test'] as const;
const VERDICTS = ['posted', 'accepted', 'try_again', 'dead', 'card_wrong'] as const;

const PRESSES = ['taken', 'repeated'] as const;
const FORWARDS = ['delivered', 'try_again', 'failed'] as const;

/** In seconds. A webhook is given 30; Teams usually takes a few tenths. */
const ATTEMPT_BUCKETS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** From a quiet channel (milliseconds) to the end of the retries (a day). */
const POST_BUCKETS = [
  0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 1_800, 7_200, 43_200, 86_400,
];
const INTAKE_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];

  const attempts = new Counter({
    name: 'cardwire_attempts_total',
    help: 'Attempts by what the card carried and by verdict: posted is seen in the channel, accepted is only taken.',
    labelNames: ['kind', 'verdict'],
    registers,
  });
  const attemptSeconds = new Histogram({
    name: 'cardwire_attempt_duration_seconds',
    help: 'From the start of a POST to its answer, or to the time-out.',
    buckets: ATTEMPT_BUCKETS,
    registers,
  });
  const postSeconds = new Histogram({
    name: 'cardwire_acceptance_to_post_seconds',
    help: 'From the acceptance of an event to the end of the POST that brought it alone, by verdict.',
    labelNames: ['verdict'],
    buckets: POST_BUCKETS,
    registers,
  });
  const events = new Counter({
    name: 'cardwire_events_total',
    help: 'Events that were sent: new ones are stored, duplicates change nothing.',
    labelNames: ['result'],
    registers,
  });
  const intakeSeconds = new Histogram({
    name: 'cardwire_intake_duration_seconds',
    help: 'Time to store the events of a request with all their deliveries.',
    buckets: INTAKE_BUCKETS,
    registers,
  });
  const warnings = new Counter({
    name: 'cardwire_retry_warnings_total',
    help: 'Deliveries that have used up so many percent of their attempts.',
    labelNames: ['level'],
    registers,
  });

  const presses = new Counter({
    name: 'cardwire_card_actions_total',
    help: 'Pressed buttons of cards: taken to be passed on, or repeated for a card that was answered before.',
    labelNames: ['result'],
    registers,
  });
  const forwards = new Counter({
    name: 'cardwire_card_action_posts_total',
    help: 'Posts of pressed buttons to ACTION_URL by result; failed ones are given up.',
    labelNames: ['result'],
    registers,
  });

  // From the first scrape on, so that the first of each kind is seen as an increase.
  for (const kind of KINDS) for (const verdict of VERDICTS) attempts.inc({ kind, verdict }, 0);
  for (const result of ['new', 'duplicate']) events.inc({ result }, 0);
  for (const level of WARNING_LEVELS) warnings.inc({ level }, 0);

  for (const result of PRESSES) presses.inc({ result }, 0);
  for (const result of FORWARDS) forwards.inc({ result }, 0);

  return {
    registry,
    attempted({ kind, attempt, sinceAcceptanceMs }) {
      const { verdict } = attempt.judgement;
      attempts.inc({ kind, verdict });
      attemptSeconds.observe((attempt.endedAt - attempt.startedAt) / 1_000);
      const arrived = verdict === 'posted' || verdict === 'accepted';
      // What was folded waited on purpose: a digest of the day says nothing about our speed.
      if (arrived && kind === 'single') postSeconds.observe({ verdict }, sinceAcceptanceMs / 1_000);
    },
    taken(receipts, durationMs) {
      const duplicates = receipts.filter(({ duplicate }) => duplicate).length;
      events.inc({ result: 'duplicate' }, duplicates);
      events.inc({ result: 'new' }, receipts.length - duplicates);
      intakeSeconds.observe(durationMs / 1_000);
    },
    warned: (level) => warnings.inc({ level }),
    pressed: (result) => presses.inc({ result }),
    forwarded: (result) => forwards.inc({ result }),
  };
}
