import {
  Body1,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Behaviour } from '../../../server/sandbox/behaviour.ts';
import type { SandboxChannel } from '../../../server/sandbox/schema.ts';
import { api } from '../api.ts';
import { requestFailureWords } from '../failure-words.ts';
import { useWords } from '../words.tsx';
import { useDialogStyles } from './dialog-styles.ts';
import { OptionLabel } from './option-label.tsx';

export interface BehaviourDialogProps {
  channel: SandboxChannel;
  behaviour: Behaviour;
  /** It was switched: read it again. */
  onChanged(): Promise<void>;
  onClose(): void;
}

/** Switches what the webhooks of a channel do. Holds at once. */
export function BehaviourDialog(props: BehaviourDialogProps) {
  const { channel } = props;
  const words = useWords();
  const styles = useDialogStyles();
  const [chosen, setChosen] = useState(props.behaviour);
  const [failure, setFailure] = useState<string>();
  const { behaviours } = words.webhooks;
  const all = Object.keys(behaviours).filter((key): key is Behaviour => Object.hasOwn(behaviours, key));

  async function choose(value: string): Promise<void> {
    const behaviour = all.find((known) => known === value) ?? 'normal';
    setFailure(undefined);
    setChosen(behaviour);
    try {
      await api.setBehaviour(channel.id, behaviour);
      await props.onChanged();
    } catch (error) {
      setChosen(chosen);
      setFailure(requestFailureWords(words, error));
    }
  }

  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && props.onClose()}>
      <DialogSurface className={styles.plainSurface}>
        <DialogBody>
          <DialogTitle>{words.webhooks.title(channel.name)}</DialogTitle>
          <DialogContent className={styles.column}>
            <Body1>{words.webhooks.help}</Body1>
            {failure && (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{failure}</MessageBarBody>
              </MessageBar>
            )}
            <RadioGroup
              aria-label={words.webhooks.title(channel.name)}
              value={chosen}
              onChange={(_event, { value }) => choose(value)}
            >
              {all.map((behaviour) => (
                <Radio key={behaviour} value={behaviour} label={<OptionLabel {...behaviours[behaviour]} />} />
              ))}
            </RadioGroup>
          </DialogContent>
          <DialogActions>
            <Button onClick={props.onClose}>{words.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
