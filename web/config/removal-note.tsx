import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { Configuration, ConnectorOffer } from '../../server/configurations/schema.ts';
import { eventTitles } from '../shared/event-titles.ts';
import { useWords } from '../shared/language.ts';

/** Read by those who think of removing it. */
const RemovalEffects = lazy(async () => ({
  default: (await import('../shared/removal/removal-effects.tsx')).RemovalEffects,
}));

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalS,
  },
});

/** What Remove ends: connector dialogs have that button themselves, and ask nothing of us first. */
export function RemovalNote({ stored, offer }: { stored: Configuration; offer: ConnectorOffer }) {
  const styles = useStyles();
  const { remove } = useWords();
  const [opened, setOpened] = useState(false);
  return (
    <details className={styles.root} onToggle={() => setOpened(true)}>
      <summary className={styles.summary}>{remove.whatItEnds}</summary>
      <div className={styles.body}>
        {opened && (
          <Suspense>
            <RemovalEffects
              configuration={stored}
              events={eventTitles(stored.eventTypes, offer)}
              keptDays={offer.limits.keptDays}
              elsewhere
            />
          </Suspense>
        )}
      </div>
    </details>
  );
}
