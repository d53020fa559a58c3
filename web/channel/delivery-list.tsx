import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import type { DeliveryEntry } from '../../server/configurations/schema.ts';
import { useWords } from '../shared/language.ts';
import { DeliveryRow } from './delivery-row.tsx';

const useStyles = makeStyles({
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' },
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
  deliveries: DeliveryEntry[];
  busy: boolean;
  onRefresh(): void;
  /** Absent when there are no older ones. */
  onMore?: (() => void) | undefined;
}

/** The newest events of the channel, and what became of each. */
export function DeliveryList({ deliveries, busy, onRefresh, onMore }: DeliveryListProps) {
  const styles = useStyles();
  const { channel, common } = useWords();
  return (
    <>
      <div className={styles.top}>
        <Text as="h2" size={400} weight="semibold" className={styles.title}>
          {channel.deliveries}
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
      {deliveries.length === 0 ? (
        <Text className={styles.empty}>{channel.empty}</Text>
      ) : (
        <ul className={styles.list}>
          {deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} />
          ))}
        </ul>
      )}
      {onMore !== undefined && (
        <Button className={styles.more} disabledFocusable={busy} onClick={onMore}>
          {channel.more}
        </Button>
      )}
    </>
  );
}
