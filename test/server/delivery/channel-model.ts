import type { Verdict } from '../../../server/destinations/verdict.ts';
import type { DeliveryState } from '../../../server/storage/generated/client.ts';

/** What a channel's rows must look like. Deliveries are called by their index. */
export interface ChannelModel {
  state: 'active' | 'paused' | 'broken' | 'removed';
  held: boolean;
  catchUpTo: number | undefined;
  /** Which of its webhooks it has now: each new one is another number. */
  webhook: number;
  deliveries: { state: DeliveryState; urgent: boolean; tries: number }[];
  attempts: number;
  /** A card that is on its way. */
  post: { carried: number[]; webhook: number; exhausted: boolean; folds: boolean } | undefined;
}

export const newChannel = (): ChannelModel => ({
  state: 'active',
  held: false,
  catchUpTo: undefined,
  webhook: 0,
  deliveries: [],
  attempts: 0,
  post: undefined,
});

/** A delivery is tried so often. */
export const MOST_TRIES = 12;

export function indexesOf({ deliveries }: ChannelModel, state: DeliveryState): number[] {
  return [...deliveries.keys()].filter((index) => deliveries[index]?.state === state);
}

/** The next card: the first urgent delivery; else what catches up; else the first one. */
export function nextCard(model: ChannelModel): ChannelModel['post'] {
  if (model.state !== 'active' || model.held) return undefined;
  const waiting = indexesOf(model, 'waiting');
  const urgent = waiting.find((index) => model.deliveries[index]?.urgent);
  const head = urgent ?? waiting[0];
  if (head === undefined) return undefined;
  const { catchUpTo, webhook } = model;
  const folds = urgent === undefined && catchUpTo !== undefined && head <= catchUpTo && waiting.length > 1;
  return {
    carried: folds ? waiting.filter((index) => index <= catchUpTo) : [head],
    webhook,
    exhausted: (model.deliveries[head]?.tries ?? 0) + 1 >= MOST_TRIES,
    folds,
  };
}

/** The answer to the card on its way is there. */
export function settle(model: ChannelModel, verdict: Verdict): void {
  const { post } = model;
  if (!post) return;
  const givesUp = verdict === 'try_again' && post.exhausted;
  const settled = !givesUp && verdict !== 'try_again' && verdict !== 'dead';
  for (const index of post.carried) {
    const delivery = model.deliveries[index];
    // What was dropped or removed meanwhile stays as it is.
    if (delivery?.state !== 'waiting') continue;
    delivery.tries += 1;
    if (verdict === 'posted' || verdict === 'accepted') delivery.state = post.folds ? 'folded' : 'sent';
    // Of a summary that is given up, all but its first one are too young to be given up.
    if (verdict === 'card_wrong' || (givesUp && index === post.carried[0])) delivery.state = 'failed';
  }
  if (post.webhook === model.webhook) {
    model.held = verdict === 'try_again' && !givesUp;
    if (verdict === 'dead' && model.state !== 'removed') model.state = 'broken';
    if (post.folds && settled) model.catchUpTo = undefined;
  }
  model.attempts += 1;
  model.post = undefined;
}
