import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Behaviour } from '../../../server/sandbox/behaviour.ts';
import type { SandboxChannel } from '../../../server/sandbox/schema.ts';
import { api } from '../api.ts';
import { requestFailureWords } from '../failure-words.ts';
import { useWords } from '../words.tsx';

const useStyles = makeStyles({ root: { flexShrink: 0 } });

export interface BehaviourNoticeProps {
  channel: SandboxChannel;
  behaviour: Behaviour;
  /** Opens where it can be changed. */
  onChange(): void;
  onChanged(): Promise<void>;
}

/** Says that the channel's webhooks were switched, so that nobody searches for what is not broken. */
export function BehaviourNotice(props: BehaviourNoticeProps) {
  const words = useWords();
  const styles = useStyles();
  const focusTarget = useRestoreFocusTarget();
  const [error, setError] = useState<unknown>();
  if (props.behaviour === 'normal') return null;

  async function behave(): Promise<void> {
    setError(undefined);
    await api.setBehaviour(props.channel.id, 'normal').then(props.onChanged).catch(setError);
  }

  return (
    <MessageBar className={styles.root} intent="warning">
      <MessageBarBody>
        {error === undefined
          ? words.webhooks.notice(words.webhooks.behaviours[props.behaviour].name)
          : requestFailureWords(words, error)}
      </MessageBarBody>
      <MessageBarActions>
        <Button {...focusTarget} onClick={props.onChange}>
          {words.webhooks.change}
        </Button>
        <Button onClick={behave}>{words.webhooks.behave}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
