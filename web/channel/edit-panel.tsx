import { Button, Text } from '@fluentui/react-components';
import type { Configuration } from '../../server/configurations/schema.ts';
import { Panel } from '../shared/panel.tsx';
import { useChannelWords } from './words.ts';

interface EditPanelProps {
  configuration: Configuration;
  onClose(): void;
}

/** Says where the settings are: only the host can open its own dialog. */
export function EditPanel({ configuration, onClose }: EditPanelProps) {
  const { edit, actions } = useChannelWords();
  return (
    <Panel title={edit.title} onClose={onClose} buttons={<Button onClick={onClose}>{actions.cancel}</Button>}>
      <Text>{edit[configuration.host.kind]}</Text>
    </Panel>
  );
}
