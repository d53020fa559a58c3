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
import { requestFailureWords } from '../failure-words.ts';
import { HostedFrame } from '../frame/hosted-frame.tsx';
import { nameOf, textOf } from '../host/settings.ts';
import { useHosting } from '../hosting.tsx';
import { useWords } from '../words.tsx';
import { useDialogStyles } from './dialog-styles.ts';
import { useConnectorWebhook } from './use-connector-webhook.ts';
import { useSettingsDialog } from './use-settings-dialog.ts';

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
  const { app, person, quirks } = useHosting();
  const cancelButton = useRef<HTMLButtonElement | null>(null);
  const [valid, setValid] = useState(false);
  const isNewConnector = kind === 'connector' && !installation;
  const { offered, latest, keep, renew, again } = useConnectorWebhook({
    needed: isNewConnector,
    channel,
    name: app.name,
  });
  const webhook = offered.state === 'ready' ? offered.webhook : undefined;
  const { attach, busy, failure, save, remove } = useSettingsDialog(
    { ...props, onSaved: keepAndTell },
    latest,
  );

  const name = (installation && nameOf(installation.settings)) ?? app.name;
  // Teams reopens a connector where its page said, a tab's settings where the manifest says.
  const saved = kind === 'connector' && installation && textOf(installation.settings, 'contentUrl');
  const address = saved && !quirks.has('content-url-ignored') ? saved : app.configurationUrls[kind];
  const title =
    kind === 'connector'
      ? words.configureConnector(name, channel.name)
      : installation
        ? words.changeTab(name)
        : words.configureTab(name);

  function keepAndTell(saved: Installation): void {
    keep();
    props.onSaved(saved);
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
                url={address}
                kind={kind}
                frameContext="settings"
                channel={channel}
                stored={installation?.settings ?? {}}
                owned={
                  kind === 'connector'
                    ? {
                        webhookUrl: webhook?.url ?? installation?.webhookUrl,
                        appType: 'teams',
                        userObjectId: person.id,
                      }
                    : {}
                }
                renewWebhook={renew}
                onHost={attach}
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
