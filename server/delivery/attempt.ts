import type { DestinationKind } from '../destinations/destination.ts';
import { destinationOf } from '../destinations/destination-of.ts';
import type { Poster } from '../destinations/post.ts';
import type { Judgement } from '../destinations/verdict.ts';
import type { Vault } from '../storage/vault.ts';
import type { LaneView } from './lane-view.ts';

export interface AttemptContext {
  vault: Vault;
  poster: Poster;
  now(): Date;
}

/** What came of one POST. Moments are those of `performance.now()`. */
export interface Attempt {
  startedAt: number;
  endedAt: number;
  status: number | undefined;
  judgement: Judgement;
}

/** Posts a body to a channel's destination and judges the answer. Never rejects for what the network does. */
export async function attempt(
  context: AttemptContext,
  { id, destination }: Pick<LaneView, 'id' | 'destination'>,
  body: string,
  signal: AbortSignal,
): Promise<Attempt> {
  if (!destination) throw new Error('a lane without a destination has nothing to post');
  const url = context.vault.open(destination.sealedUrl, id);
  return postAndJudge(context, { kind: destination.kind, url }, body, signal);
}

/** The same for a destination that is given with its URL. */
export async function postAndJudge(
  { poster, now }: Pick<AttemptContext, 'poster' | 'now'>,
  { kind, url }: { kind: DestinationKind; url: string },
  body: string,
  signal: AbortSignal,
): Promise<Attempt> {
  const startedAt = performance.now();
  const answer = await poster.post(url, body, signal);
  const endedAt = performance.now();
  return {
    startedAt,
    endedAt,
    status: answer.kind === 'response' ? answer.status : undefined,
    judgement: destinationOf(kind).judge(answer, now()),
  };
}
