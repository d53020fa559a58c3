import { Button, Text } from '@fluentui/react-components';
import type { Configuration } from '../../server/configurations/schema.ts';
import { ActionFailure } from '../shared/action-failure.tsx';
import type { Api } from '../shared/api.ts';
import { Panel } from '../shared/panel.tsx';
import { RemovalEffects } from '../shared/removal/removal-effects.tsx';
import { useAction } from '../shared/use-action.ts';
import { useChannelWords } from './words.ts';

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
  const words = useChannelWords();
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
      <RemovalEffects configuration={configuration} events={events} keptDays={keptDays} />
      {configuration.host.kind === 'tab' && <Text>{remove.tab}</Text>}
      <ActionFailure error={error} title={actions.failed} api={api} signedIn={press} />
    </Panel>
  );
}
