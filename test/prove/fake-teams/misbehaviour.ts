import type { DestinationKind } from '../../../server/destinations/destination.ts';
import type { Random } from '../rig/random.ts';

/** What a webhook can do other than answer at once and well. All of it was seen of Teams or of what stands before it. */
export const MISBEHAVIOURS = [
  /** 429 without Retry-After, with seconds, with a date. */
  'throttled',
  'throttled-seconds',
  'throttled-date',
  /** Connectors only: a failure inside a 200. */
  'hidden-429',
  'hidden-500',
  /** The connection is cut before the body is read, after it, or within the answer. */
  'reset-unread',
  'reset-read',
  'reset-half-answer',
  /** The body is read and nothing is ever answered. */
  'half-open',
  /** The answer comes letter by letter. */
  'slow-drip',
  'redirect',
  'status-500',
  'status-502',
  'status-503',
  /** An answer without an end. */
  'huge-body',
] as const;
export type Misbehaviour = (typeof MISBEHAVIOURS)[number];

/** How a channel misbehaves. */
export interface Temper {
  /** The share of requests that each misbehaviour meets, from 0 to 1; together at most 1. */
  shares: Partial<Record<Misbehaviour, number>>;
  /** The most misbehaviours one after the other: it bounds how long one event can be held up. */
  inARow: number;
}

const CONNECTORS_ONLY: ReadonlySet<Misbehaviour> = new Set(['hidden-429', 'hidden-500']);

/** Draws for every request of one channel how it misbehaves; undefined: not at all. */
export function createMood(
  { shares, inARow }: Temper,
  random: Random,
): (kind: DestinationKind) => Misbehaviour | undefined {
  let soFar = 0;
  return (kind) => {
    const drawn = soFar < inARow ? draw(shares, random.next()) : undefined;
    const misbehaviour = drawn && kind === 'workflow' && CONNECTORS_ONLY.has(drawn) ? undefined : drawn;
    soFar = misbehaviour ? soFar + 1 : 0;
    return misbehaviour;
  };
}

/** `point` is from 0 to 1; each misbehaviour owns a stretch as long as its share. */
function draw(shares: Temper['shares'], point: number): Misbehaviour | undefined {
  let end = 0;
  for (const misbehaviour of MISBEHAVIOURS) {
    end += shares[misbehaviour] ?? 0;
    if (point < end) return misbehaviour;
  }
  return undefined;
}

/** What becomes of a card, and what its sender can know of that. */
export interface Effect {
  /** The card is in the channel. */
  posted: boolean;
  /** The answer says so clearly. */
  told: boolean;
}

/** `chance` is from 0 to 1: where no answer comes, Teams may have posted the card or not. */
export function effectOf(misbehaviour: Misbehaviour, kind: DestinationKind, chance: number): Effect {
  switch (misbehaviour) {
    case 'reset-read':
    case 'half-open':
      return { posted: chance < 0.5, told: false };
    case 'reset-half-answer':
      return { posted: true, told: false };
    case 'slow-drip':
      return { posted: true, told: true };
    case 'huge-body':
      // A Workflow's status says enough; of a connector only the body counts.
      return kind === 'workflow' ? { posted: true, told: true } : { posted: false, told: false };
    default:
      return { posted: false, told: false };
  }
}
