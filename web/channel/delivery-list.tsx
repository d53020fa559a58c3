import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import type { ReactNode } from 'react';
import type { Configuration, DeliveryPage } from '../../server/configurations/schema.ts';
import type { Api } from '../shared/api.ts';
import { useWords } from '../shared/language.ts';
import { DeliveryRow } from './delivery-row.tsx';
import { useChannelWords } from './words.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  title: { margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  empty: {
    padding: tokens.spacingVerticalXXL,
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusLarge,
  },
  more: { justifySelf: 'start' },
});

interface DeliveryListProps {
  configuration: Configuration;
  deliveries: DeliveryPage;
  api: Api;
  busy: boolean;
  /** Whether it follows by itself. */
  status: ReactNode;
  onRefresh(): void;
  /** Something was done in a row: what is shown is old. */
  onChanged(): void;
  /** Absent when there are no older ones. */
  onMore?: (() => void) | undefined;
}

/** The newest events of the channel, and what became of each. */
export function DeliveryList(props: DeliveryListProps) {
  const { configuration, deliveries, api, busy, status, onRefresh, onChanged, onMore } = props;
  const styles = useStyles();
  const words = useChannelWords();
  const { common } = useWords();
  return (
    <section className={styles.root} aria-label={words.deliveries}>
      <div className={styles.top}>
        <Text as="h2" size={400} weight="semibold" className={styles.title}>
          {words.deliveries}
        </Text>
        <Button
          appearance="subtle"
          icon={<ArrowClockwiseRegular />}
          disabledFocusable={busy}
          onClick={onRefresh}
        >
          {common.refresh}
        </Button>
      </div>
      {status}
      {deliveries.waiting > 0 && <Text>{words.waiting(deliveries.waiting)}</Text>}
      {deliveries.items.length === 0 ? (
        <Text className={styles.empty}>{words.empty}</Text>
      ) : (
        <ul className={styles.list}>
          {deliveries.items.map((delivery) => (
            <DeliveryRow
              key={delivery.id}
              configurationId={configuration.id}
              delivery={delivery}
              api={api}
              canReplay={configuration.state !== 'removed'}
              onChanged={onChanged}
            />
          ))}
        </ul>
      )}
      {onMore !== undefined && (
        <Button className={styles.more} disabledFocusable={busy} onClick={onMore}>
          {words.more}
        </Button>
      )}
    </section>
  );
}
