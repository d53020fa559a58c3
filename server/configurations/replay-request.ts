import type { Replay } from '../delivery/replay.ts';
import { ProblemError } from '../problem.ts';
import type { ReplayRequest } from './delivery-schema.ts';

/** Reads which deliveries are meant. Throws `invalid-request` unless exactly one choice was made. */
export function readReplay({ delivery, failed, since }: ReplayRequest): Replay {
  const choices: Replay[] = [];
  if (delivery !== undefined) choices.push({ kind: 'one', deliveryId: BigInt(delivery) });
  if (failed) choices.push({ kind: 'failed' });
  if (since !== undefined) choices.push({ kind: 'since', since: readMoment(since, '/since') });
  const [choice] = choices;
  if (!choice || choices.length > 1) {
    throw new ProblemError('invalid-request', 'Give exactly one of "delivery", "failed" and "since".');
  }
  return choice;
}

/** A leap second passes the schema's check, and is no moment of a Date. Throws `invalid-request`. */
export function readMoment(text: string, pointer: string): Date {
  const moment = new Date(text);
  if (!Number.isNaN(moment.getTime())) return moment;
  const name = pointer.slice(1);
  throw new ProblemError('invalid-request', `Give "${name}" as a moment such as "2026-11-21T10:00:00Z".`, [
    { pointer, detail: 'is no moment.' },
  ]);
}
