import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Installation, SandboxChannel } from '../../../server/sandbox/schema.ts';
import { api } from '../api.ts';
import { complaintWords, requestFailureWords, saveFailureWords } from '../failure-words.ts';
import { HostedFrame } from '../frame/hosted-frame.tsx';
import { type InstanceSettings, nameOf } from '../host/settings.ts';
import type { TeamsHost } from '../host/teams-host.ts';
import { useHosting } from '../hosting.tsx';
import { judgeRemoval, judgeSave } from '../judge.ts';
import { useWords } from '../words.tsx';
import { useDialogStyles } from './dialog-styles.ts';
import { useConnectorWebhook } from './use-connector-webhook.ts';

export interface ConfigureDialogProps {
  kind: 'connector' | 'tab';
  channel: SandboxChannel;
  /** What is edited; left out to add something new. */
  installation?: Installation | undefined;
  onClose(): void;
  onSaved(installation: Installation): void;
  /** `complaint`: what the page reported while it was removed all the same. */
  onRemoved(installation: Installation, complaint: string | undefined): void;
}

/** The settings dialog of a connector or tab, with the buttons that belong to Teams. */
export function ConfigureDialog(props: ConfigureDialogProps) {
  const { kind, channel, installation } = props;
  const words = useWords();
  const styles = useDialogStyles();
  const { app, person } = useHosting();
  const host = useRef<TeamsHost>(undefined);
  const cancelButton = useRef<HTMLButtonElement | null>(null);
  const [valid, setValid] = useState(false);
  const [busy, setBusy] = useState<'save' | 'remove'>();
  const [failure, setFailure] = useState<string>();
  const isNewConnector = kind === 'connector' && !installation;
  const { offered, keep, again } = useConnectorWebhook({ needed: isNewConnector, channel, name: app.name });

  const name = (installation && nameOf(installation.settings)) ?? app.name;
  const title =
    kind === 'connector'
      ? words.configureConnector(name, channel.name)
      : installation
        ? words.changeTab(name)
        : words.configureTab(name);

  async function store(settings: InstanceSettings): Promise<void> {
    const webhookId = offered.state === 'ready' ? offered.webhook.id : undefined;
    const saved = installation
      ? await api.changeInstallation(installation.id, { settings, personId: person.id })
      : await api.createInstallation(channel.id, {
          kind,
          settings,
          personId: person.id,
          ...(webhookId && { webhookId }),
        });
    keep();
    props.onSaved(saved);
  }

  async function save(): Promise<void> {
    if (!host.current) return;
    setBusy('save');
    setFailure(undefined);
    const reply = await host.current.save();
    const outcome = judgeSave(reply, installation?.settings, host.current?.changes());
    if (outcome.kind === 'closed') return;
    if (outcome.kind === 'failed') setFailure(saveFailureWords(words, outcome));
    else await store(outcome.settings).catch(showError);
    setBusy(undefined);
  }

  async function remove(): Promise<void> {
    if (!host.current || !installation) return;
    setBusy('remove');
    setFailure(undefined);
    const outcome = judgeRemoval(await host.current.remove(), 'connector');
    if (outcome.kind === 'closed') return;
    if (outcome.kind === 'kept') setFailure(words.removeFailures.late);
    else {
      const complaint = complaintWords(words, outcome);
      await api
        .removeInstallation(installation.id)
        .then(() => props.onRemoved(installation, complaint), showError);
    }
    setBusy(undefined);
  }

  function showError(error: unknown): void {
    setFailure(requestFailureWords(words, error));
  }

  return (
    // A click beside the dialog does not close it: what was ticked would be lost.
    <Dialog open modalType="alert" onOpenChange={(_event, data) => !data.open && props.onClose()}>
      <DialogSurface className={styles.surface} role="dialog">
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.page}>
            {failure && (
              <MessageBar className={styles.message} intent="error" layout="multiline">
                <MessageBarBody>{failure}</MessageBarBody>
              </MessageBar>
            )}
            {offered.state === 'preparing' && <Spinner className={styles.centred} label={words.preparing} />}
            {offered.state === 'failed' && (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{requestFailureWords(words, offered.error)}</MessageBarBody>
                <MessageBarActions>
                  <Button onClick={again}>{words.retry}</Button>
                </MessageBarActions>
              </MessageBar>
            )}
            {(offered.state === 'ready' || offered.state === 'not-needed') && (
              <HostedFrame
                title={title}
                url={app.configurationUrls[kind]}
                kind={kind}
                frameContext="settings"
                channel={channel}
                stored={installation?.settings ?? {}}
                owned={
                  kind === 'connector'
                    ? {
                        webhookUrl:
                          offered.state === 'ready' ? offered.webhook.url : installation?.webhookUrl,
                        appType: 'teams',
                        userObjectId: person.id,
                      }
                    : {}
                }
                onHost={(next) => {
                  host.current = next;
                }}
                onValidity={setValid}
                onReturnFocus={() => cancelButton.current?.focus()}
              />
            )}
          </DialogContent>
          <DialogActions fluid>
            {kind === 'connector' && installation && (
              <Button className={styles.start} disabled={busy !== undefined} onClick={remove}>
                {busy === 'remove' ? words.removing : words.remove}
              </Button>
            )}
            <Button
              ref={(element: HTMLButtonElement | null) => {
                cancelButton.current = element;
              }}
              onClick={props.onClose}
            >
              {words.cancel}
            </Button>
            <Button
              appearance="primary"
              disabled={!valid || busy !== undefined}
              icon={busy === 'save' ? <Spinner size="tiny" /> : null}
              onClick={save}
            >
              {busy === 'save' ? words.saving : words.save}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
