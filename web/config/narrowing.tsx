import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, type ReactNode } from 'react';
import type { ConnectorOffer } from '../../server/configurations/schema.ts';
import type { Api } from '../shared/api.ts';
import type { CardLook } from './backtest/card-look.ts';
import { useBacktest } from './backtest/use-backtest.ts';
import { chosenTypes, type Draft } from './draft.ts';
import type { FilterDraft } from './filter/filter-draft.ts';
import { toFilter } from './filter/to-filter.ts';
import { useRefused } from './filter/use-refused.ts';
import { Later } from './later.tsx';

/** Neither is needed for the first save: they come after the form stands. */
const FilterSection = lazy(async () => ({
  default: (await import('./filter/filter-section.tsx')).FilterSection,
}));
const OutcomeBar = lazy(async () => ({
  default: (await import('./backtest/outcome-bar.tsx')).OutcomeBar,
}));
const PreviewSection = lazy(async () => ({
  default: (await import('./backtest/preview-section.tsx')).PreviewSection,
}));

const useStyles = makeStyles({
  // A flex box, for in a grid what sticks would stick to its row.
  choice: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, minWidth: 0 },
});

interface NarrowingProps {
  api: Api;
  offer: ConnectorOffer;
  draft: Draft;
  /** How cards are drawn for this channel. */
  look: CardLook;
  /** Why the last save failed, if it did. */
  failure: unknown;
  disabled: boolean;
  onChange(filter: FilterDraft): void;
  /** The choice of events, which all of it is about. */
  children: ReactNode;
}

/**
 * Which of the chosen events are wanted, and what that would have brought. Fails open: what cannot be loaded or
 * asked is said so, the stored filter stays, and Save works without any of it.
 */
export function Narrowing(props: NarrowingProps) {
  const { api, offer, draft, look, failure, disabled, onChange, children } = props;
  const styles = useStyles();
  const eventTypes = chosenTypes(draft, offer);
  const placed = toFilter(draft.filter, offer.filterFields);
  const [backtest, again] = useBacktest(api, { eventTypes, filter: placed.filter, language: look.language });
  const refusedNow = useRefused(backtest.error, placed);
  const refusedBySave = useRefused(failure, placed);
  return (
    <>
      <div className={styles.choice}>
        {children}
        <Later>
          <FilterSection
            api={api}
            offer={offer}
            chosen={draft.chosen}
            filter={draft.filter}
            refused={new Set([...refusedNow, ...refusedBySave])}
            disabled={disabled}
            onChange={onChange}
          />
        </Later>
        <Later>
          <OutcomeBar
            backtest={backtest}
            again={again}
            unit={draft.timing.schedule.kind === 'immediately' ? 'cards' : 'events'}
            chosen={eventTypes.length > 0}
          />
        </Later>
      </div>
      <Later>
        <PreviewSection
          api={api}
          samples={backtest.answer?.samples ?? []}
          firstType={eventTypes[0]}
          look={look}
        />
      </Later>
    </>
  );
}
