import type { Card } from '../cards/card.ts';
import type { Answer, Judgement } from './verdict.ts';

export type DestinationKind = 'connector' | 'workflow';

/** How one kind of webhook is spoken to. Pure: `post.ts` does the sending. */
export interface Destination {
  kind: DestinationKind;
  /** The request's body: JSON, to be sent as `application/json; charset=utf-8`. */
  render(card: Card): string;
  /** What an answer of this kind of webhook means. `now` turns a Retry-After date into a wait. */
  judge(answer: Answer, now: Date): Judgement;
}
