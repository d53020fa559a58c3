import type { Wait } from '../delivery/why-waiting.ts';
import type { Attempt, Delivery, Configuration as Row } from '../storage/generated/client.ts';
import type { Obstacle } from './explain-filter.ts';

/** What is known of an event and a configuration. */
export interface StoryFacts {
  configuration: Pick<
    Row,
    'createdAt' | 'updatedAt' | 'eventTypes' | 'destinationUrl' | 'onResume' | 'pausedUntil' | 'stateReason'
  >;
  /** Undefined: never accepted, too old, or another organisation's. */
  event: { type: string; acceptedAt: Date } | undefined;
  /** What kept it from passing the filter, if anything did. */
  obstacle: Obstacle | undefined;
  delivery: Pick<Delivery, 'id' | 'state' | 'reason' | 'urgent' | 'createdAt' | 'settledAt'> | undefined;
  /** Those that carried the delivery, oldest first. */
  attempts: readonly Attempt[];
  /** While it waits: why, and behind how many. */
  wait: (Wait & { ahead: number }) | undefined;
}

/** One step of the story. */
export interface Step {
  code: StepCode;
  at?: Date;
  facts: Record<string, string | number | boolean>;
}

export type StepCode =
  | 'event-unknown'
  | 'event-accepted'
  | 'configured-later'
  | 'type-not-chosen'
  | 'no-destination'
  | 'filter-not-passed'
  | 'not-wanted-then'
  | 'settings-changed-since'
  | 'chosen'
  | 'attempt'
  | 'replayed'
  | `waiting-${Wait['code']}`
  | 'posted'
  | 'accepted'
  | 'folded'
  | 'card-wrong'
  | 'attempts-used-up'
  | 'dropped-on-resume'
  | 'configuration-removed'
  | 'too-old';

/** Tells the whole story of an event for a configuration: what happened, step by step, and where it is now. */
export function explain(facts: StoryFacts): Step[] {
  const { event, delivery } = facts;
  if (!event) return [{ code: 'event-unknown', facts: {} }];
  const accepted: Step = { code: 'event-accepted', at: event.acceptedAt, facts: { type: event.type } };
  if (!delivery) return [accepted, ...whyNotChosen(facts, event)];
  return [
    accepted,
    { code: 'chosen', at: delivery.createdAt, facts: { urgent: delivery.urgent } },
    ...facts.attempts.map(toStep),
    ...(delivery.reason === 'replayed' ? [{ code: 'replayed' as const, facts: {} }] : []),
    whereItIs(facts, delivery),
  ];
}

/** By the settings of today: if they were changed since the event came, that is told too. */
function whyNotChosen(
  { configuration, obstacle }: StoryFacts,
  { type, acceptedAt }: { type: string; acceptedAt: Date },
): Step[] {
  if (configuration.createdAt > acceptedAt) {
    return [{ code: 'configured-later', at: configuration.createdAt, facts: {} }];
  }
  const changed: Step[] =
    configuration.updatedAt > acceptedAt
      ? [{ code: 'settings-changed-since', at: configuration.updatedAt, facts: {} }]
      : [];
  if (!configuration.eventTypes.includes(type)) {
    return [{ code: 'type-not-chosen', facts: { type } }, ...changed];
  }
  if (configuration.destinationUrl === null) return [{ code: 'no-destination', facts: {} }, ...changed];
  if (obstacle) {
    const { match, condition } = obstacle;
    const { field, operator, value } = condition;
    const shown = Array.isArray(value) ? value.join(', ') : value;
    return [{ code: 'filter-not-passed', facts: { match, field, operator, value: shown } }, ...changed];
  }
  return [{ code: 'not-wanted-then', facts: {} }, ...changed];
}

function toStep(attempt: Attempt): Step {
  return {
    code: 'attempt',
    at: attempt.startedAt,
    facts: {
      kind: attempt.kind,
      carried: attempt.carried,
      verdict: attempt.verdict,
      words: attempt.words,
      durationMs: attempt.durationMs,
      ...(attempt.status !== null && { status: attempt.status }),
      ...(attempt.contextId !== null && { contextId: attempt.contextId }),
    },
  };
}

function whereItIs(
  { configuration, attempts, wait }: StoryFacts,
  { state, reason, settledAt }: NonNullable<StoryFacts['delivery']>,
): Step {
  const settled = (code: StepCode, facts: Step['facts'] = {}): Step => ({
    code,
    ...(settledAt && { at: settledAt }),
    facts,
  });
  const last = attempts.at(-1);
  switch (state) {
    case 'waiting':
      return waitingStep(wait, configuration);
    case 'sent':
      return settled(reason === 'accepted' ? 'accepted' : 'posted');
    case 'folded':
      return settled('folded', last ? { kind: last.kind, carried: last.carried, verdict: last.verdict } : {});
    case 'failed':
      return settled(reason === 'card-wrong' ? 'card-wrong' : 'attempts-used-up');
    case 'dropped':
      return settled(reason === 'dropped-on-resume' ? 'dropped-on-resume' : 'configuration-removed');
    case 'expired':
      return settled('too-old');
  }
}

function waitingStep(wait: StoryFacts['wait'], configuration: StoryFacts['configuration']): Step {
  if (!wait) return { code: 'waiting-pace', facts: { ahead: 0 } };
  const { code, ahead } = wait;
  const until = code === 'paused' ? configuration.pausedUntil : wait.until;
  return {
    code: `waiting-${code}`,
    facts: {
      ahead,
      ...(until && { until: until.toISOString() }),
      ...(code === 'paused' && { onResume: configuration.onResume }),
      ...(code === 'broken' && { words: configuration.stateReason ?? '' }),
    },
  };
}
