import {
  Body1,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { SandboxChannel, SandboxWebhook } from '../../../server/sandbox/schema.ts';
import { api } from '../api.ts';
import { requestFailureWords } from '../failure-words.ts';
import { useWords } from '../words.tsx';
import { useDialogStyles } from './dialog-styles.ts';
import { WorkflowItem } from './workflow-item.tsx';

/** As long as the server takes. */
const NAME_LENGTH = 80;

export interface WorkflowsDialogProps {
  channel: SandboxChannel;
  workflows: readonly SandboxWebhook[];
  /** Something was added or deleted: read them again. */
  onChanged(): Promise<void>;
  onClose(): void;
}

/** The Workflows of a channel, each with its webhook URL to copy. */
export function WorkflowsDialog(props: WorkflowsDialogProps) {
  const { channel } = props;
  const words = useWords();
  const styles = useDialogStyles();
  const [name, setName] = useState(words.workflowDefault(channel.name));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function change(request: () => Promise<unknown>): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    try {
      await request();
      await props.onChanged();
    } catch (error) {
      setFailure(requestFailureWords(words, error));
    }
    setBusy(false);
  }

  function add(event: FormEvent): void {
    event.preventDefault();
    void change(() => api.createWebhook(channel.id, { kind: 'workflow', name: name.trim() }));
  }

  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && props.onClose()}>
      <DialogSurface className={styles.plainSurface}>
        <DialogBody>
          <DialogTitle>{words.workflowsTitle(channel.name)}</DialogTitle>
          <DialogContent className={styles.column}>
            <Body1>{words.workflowsHelp}</Body1>
            {failure && (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{failure}</MessageBarBody>
              </MessageBar>
            )}
            <form className={styles.row} onSubmit={add}>
              <Field label={words.workflowName} className={styles.grow}>
                <Input
                  value={name}
                  maxLength={NAME_LENGTH}
                  onChange={(_event, data) => setName(data.value)}
                />
              </Field>
              <Button type="submit" appearance="primary" disabled={busy || name.trim() === ''}>
                {words.addWorkflow}
              </Button>
            </form>
            {props.workflows.length === 0 && <Body1 className={styles.subtle}>{words.noWorkflows}</Body1>}
            <ul className={styles.list}>
              {props.workflows.map((workflow) => (
                <WorkflowItem
                  key={workflow.id}
                  workflow={workflow}
                  disabled={busy}
                  onDelete={() => change(() => api.removeWebhook(workflow.id))}
                />
              ))}
            </ul>
          </DialogContent>
          <DialogActions>
            <Button onClick={props.onClose}>{words.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
