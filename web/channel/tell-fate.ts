import type { DeliveryEntry } from '../../server/configurations/schema.ts';
import type { ChannelWords } from './locales/en.ts';
import { outcomeOf } from './outcome.ts';

/** What became of an event, or why it waits, in plain words. */
export function fateOf(delivery: DeliveryEntry, words: ChannelWords, moment: (at: string) => string): string {
  const { reason, wait, carried, state } = delivery;
  if (state === 'waiting' && wait !== undefined) {
    const why = words.waits[wait.code](wait.until && moment(wait.until));
    return reason === 'replayed' ? `${words.reasons.replayed} ${why}` : why;
  }
  const told = reasonOf(reason, words.reasons) ?? words.outcomes[outcomeOf(delivery)].long;
  return carried === undefined ? told : `${told} ${words.carried(carried)}`;
}

/** What a code of the server says that the outcome does not say already. */
function reasonOf(reason: string, reasons: ChannelWords['reasons']): string | undefined {
  return Object.hasOwn(reasons, reason) ? reasons[reason as keyof typeof reasons] : undefined;
}
