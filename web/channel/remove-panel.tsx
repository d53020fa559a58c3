import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Configuration } from '../../server/configurations/schema.ts';
import { ActionFailure } from '../shared/action-failure.tsx';
import type { Api } from '../shared/api.ts';
import { useMoment } from '../shared/moment.ts';
import { Panel } from '../shared/panel.tsx';
import { useAction } from '../shared/use-action.ts';
import { restorableUntil } from './restorable-until.ts';
import { useChannelWords } from './words.ts';

const useStyles = makeStyles({ list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL } });

interface RemovePanelProps {
  configuration: Configuration;
  /** Titles of the events that the channel gets. */
  events: string[];
  /** For how many days a removal can be undone. */
  keptDays: number;
  api: Api;
  onDone(): void;
  onClose(): void;
}

/** Says what a removal ends, and removes. */
export function RemovePanel({ configuration, events, keptDays, api, onDone, onClose }: RemovePanelProps) {
  const styles = useStyles();
  const words = useChannelWords();
  const moment = useMoment();
  const { busy, error, run } = useAction();
  const { remove, actions } = words;
  const press = () =>
    run(async () => {
      await api.removeConfiguration(configuration.id);
      onDone();
    });
  return (
    <Panel
      title={remove.title(configuration.name)}
      onClose={onClose}
      buttons={
        <>
          <Button appearance="primary" disabledFocusable={busy} onClick={press}>
            {remove.confirm}
          </Button>
          <Button onClick={onClose}>{actions.cancel}</Button>
        </>
      }
    >
      <Text>{remove.body}</Text>
      <ul className={styles.list}>
        {events.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
      <Text>{remove.waiting}</Text>
      {configuration.host.kind === 'tab' && <Text>{remove.tab}</Text>}
      <Text>{remove.undo(moment(restorableUntil(new Date(), keptDays)))}</Text>
      <ActionFailure error={error} title={actions.failed} api={api} signedIn={press} />
    </Panel>
  );
}
