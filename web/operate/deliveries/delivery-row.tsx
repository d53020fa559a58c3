import { Badge, Button, Checkbox, Text } from '@fluentui/react-components';
import type { OperatedDelivery } from '../../../server/operate/delivery-schema.ts';
import { Time } from '../../shared/time.tsx';
import type { OperateApi } from '../operate-api.ts';
import { hrefOf } from '../place.ts';
import { Expander } from '../shell/expander.tsx';
import { useRowStyles } from '../shell/row-styles.ts';
import { useOperateWords } from '../words.ts';
import { DeliveryStory } from './delivery-story.tsx';

const COLOURS = {
  waiting: 'informative',
  // Taken, which is not posted.
  sent: 'informative',
  folded: 'subtle',
  failed: 'danger',
  dropped: 'subtle',
  expired: 'warning',
} as const;

interface DeliveryRowProps {
  item: OperatedDelivery;
  api: OperateApi;
  chosen: boolean;
  busy: boolean;
  onChoose(on: boolean): void;
  onReplay(): void;
}

/** One delivery: which event, to whom, and what became of it. */
export function DeliveryRow({ item, api, chosen, busy, onChoose, onReplay }: DeliveryRowProps) {
  const styles = useRowStyles();
  const { deliveries: words } = useOperateWords();
  const { event, configuration, state, verdict } = item;
  const { title } = event;
  const told = state === 'sent' && (verdict === 'posted' || verdict === 'accepted') ? verdict : undefined;
  const because = Object.hasOwn(words.reasons, item.reason) ? words.reasons[item.reason] : undefined;
  return (
    <li className={styles.row}>
      <div className={styles.first}>
        {state !== 'waiting' && (
          <Checkbox
            checked={chosen}
            aria-label={words.select(title)}
            onChange={(_, data) => onChoose(data.checked === true)}
          />
        )}
        <Text as="h3" weight="semibold" className={styles.title}>
          {title}
        </Text>
        <Badge appearance="tint" color={told === 'posted' ? 'success' : COLOURS[state]}>
          {told === undefined ? words.states[state] : words.verdicts[told]}
        </Badge>
      </div>
      {because !== undefined && <Text size={200}>{because}</Text>}
      {/* For a card that was posted, Teams says "1". */}
      {item.words !== undefined && told === undefined && (
        <Text size={200} className={styles.muted}>
          {words.says(item.words)}
        </Text>
      )}
      {item.noAnswer !== undefined && (
        <Text size={200} className={styles.muted}>
          {words.silent}
        </Text>
      )}
      <Text size={200} className={styles.muted}>
        {words.accepted} <Time at={item.acceptedAt} /> · {event.type} ·{' '}
        <a href={hrefOf('configurations', { search: configuration.id })} className={styles.link}>
          {configuration.name}
        </a>
        {item.tries > 0 && ` · ${words.tries(item.tries)}`}
      </Text>
      <div className={styles.buttons}>
        {(state === 'failed' || state === 'expired' || state === 'dropped') && (
          <Button
            size="small"
            disabledFocusable={busy}
            aria-label={words.replayNamed(title)}
            onClick={onReplay}
          >
            {words.replay}
          </Button>
        )}
        <Expander title={words.story} name={`${words.story}: ${title}`}>
          <DeliveryStory key={`${state} ${item.tries}`} id={item.id} api={api} />
        </Expander>
      </div>
    </li>
  );
}
