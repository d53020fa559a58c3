import type { DeliveryEntry } from '../../server/configurations/schema.ts';
import type { ChannelWords } from './locales/en.ts';

export type Outcome = keyof ChannelWords['outcomes'];

/**
 * What became of an event, as people are told. `accepted` is never `posted`: a Workflow takes a card and
 * says nothing of what it did with it.
 */
export function outcomeOf({ state, verdict }: Pick<DeliveryEntry, 'state' | 'verdict'>): Outcome {
  switch (state) {
    case 'waiting':
      if (verdict === 'dead') return 'stuck';
      return verdict === 'try_again' ? 'retry' : 'waiting';
    case 'sent':
      return verdict === 'posted' || verdict === 'accepted' ? verdict : 'sent';
    case 'failed':
      return verdict === 'card_wrong' ? 'refused' : 'failed';
    case 'folded':
    case 'dropped':
    case 'expired':
      return state;
  }
}

/** The colour beside the words; nobody needs to see it. */
export const OUTCOME_COLOURS: Record<Outcome, 'success' | 'informative' | 'warning' | 'danger' | 'subtle'> = {
  waiting: 'informative',
  retry: 'warning',
  stuck: 'danger',
  posted: 'success',
  accepted: 'informative',
  sent: 'informative',
  folded: 'subtle',
  refused: 'danger',
  failed: 'danger',
  dropped: 'subtle',
  expired: 'warning',
};
