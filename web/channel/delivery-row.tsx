import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { lazy, Suspense, useState } from 'react';
import type { DeliveryEntry } from '../../server/configurations/schema.ts';
import { ActionFailure } from '../shared/action-failure.tsx';
import type { Api } from '../shared/api.ts';
import { useWords } from '../shared/language.ts';
import { useAnnounce } from '../shared/live-region.tsx';
import { LoadingPart } from '../shared/loading.tsx';
import { useMoment } from '../shared/moment.ts';
import { Time } from '../shared/time.tsx';
import { useAction } from '../shared/use-action.ts';
import { OUTCOME_COLOURS, outcomeOf } from './outcome.ts';
import { fateOf } from './tell-fate.ts';
import { useChannelWords } from './words.ts';

/** Most rows are never opened. */
const DeliveryStory = lazy(async () => ({ default: (await import('./delivery-story.tsx')).DeliveryStory }));

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  first: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: tokens.spacingHorizontalS },
  title: { flexGrow: 1, flexBasis: '60%' },
  muted: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginInlineStart: '-8px' },
});

interface DeliveryRowProps {
  configurationId: string;
  delivery: DeliveryEntry;
  api: Api;
  /** Whether what failed may be posted again. */
  canReplay: boolean;
  /** Something was done: what is shown is old. */
  onChanged(): void;
}

/** One event and what became of it. */
export function DeliveryRow({ configurationId, delivery, api, canReplay, onChanged }: DeliveryRowProps) {
  const styles = useStyles();
  const words = useChannelWords();
  const { channel } = useWords();
  const moment = useMoment();
  const announce = useAnnounce();
  const [open, setOpen] = useState(false);
  const { busy, error, run } = useAction();
  const outcome = outcomeOf(delivery);
  const failed = delivery.state === 'failed' || delivery.state === 'expired';
  // For a card that was posted, Teams says "1".
  const says = outcome === 'posted' ? '' : (delivery.words ?? '');

  const replay = () =>
    run(async () => {
      await api.replay(configurationId, delivery.id);
      announce(words.row.replayed);
      onChanged();
    });
  return (
    <li className={styles.row}>
      <div className={styles.first}>
        <Text weight="semibold" className={styles.title}>
          {delivery.event.title}
        </Text>
        <Badge appearance="tint" color={OUTCOME_COLOURS[outcome]}>
          {words.outcomes[outcome].short}
        </Badge>
      </div>
      <Text size={200}>{fateOf(delivery, words, moment)}</Text>
      {delivery.noAnswer !== undefined && (
        <Text size={200} className={styles.muted}>
          {channel.noAnswers[delivery.noAnswer]}
        </Text>
      )}
      {says.length > 0 && (
        <Text size={200} className={styles.muted}>
          {channel.destinationSays(says)}
        </Text>
      )}
      <Text size={200} className={styles.muted}>
        <Time at={delivery.event.time} />
        {delivery.state === 'waiting' && delivery.tries > 0 && ` · ${words.tries(delivery.tries)}`}
      </Text>
      <div className={styles.buttons}>
        <Button
          appearance="subtle"
          size="small"
          icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {words.row.story}
        </Button>
        {failed && canReplay && (
          <Button size="small" disabledFocusable={busy} onClick={replay}>
            {words.row.replay}
          </Button>
        )}
      </div>
      <ActionFailure error={error} title={words.actions.failed} api={api} signedIn={replay} />
      {open && (
        <Suspense fallback={<LoadingPart />}>
          <DeliveryStory
            // What happened since is told anew.
            key={`${delivery.state} ${delivery.tries}`}
            configurationId={configurationId}
            event={delivery.event}
            number={delivery.event.number}
            api={api}
          />
        </Suspense>
      )}
    </li>
  );
}
