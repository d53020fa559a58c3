import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  mergeClasses,
  Spinner,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Installation, SandboxChannel } from '../../../server/sandbox/schema.ts';
import { api } from '../api.ts';
import { complaintWords, requestFailureWords } from '../failure-words.ts';
import { HostedFrame } from '../frame/hosted-frame.tsx';
import { nameOf, textOf } from '../host/settings.ts';
import type { TeamsHost } from '../host/teams-host.ts';
import { useHosting } from '../hosting.tsx';
import { judgeRemoval } from '../judge.ts';
import { useWords } from '../words.tsx';
import { useDialogStyles } from './dialog-styles.ts';

/**
 * Teams enables Remove after this time even when the page never calls itself valid, and a page cannot disable
 * it again: nobody may be kept from removing a tab (MicrosoftDocs/msteams-docs issue 7601).
 */
const ENABLE_REMOVE_MS = 5_000;

export interface RemoveTabDialogProps {
  channel: SandboxChannel;
  tab: Installation;
  onClose(): void;
  /** `complaint`: what the page reported while the tab was removed all the same. */
  onRemoved(tab: Installation, complaint: string | undefined): void;
}

/** Removes a tab: through the page at its `removeUrl`, or with a plain question when it has none. */
export function RemoveTabDialog(props: RemoveTabDialogProps) {
  const { channel, tab } = props;
  const words = useWords();
  const styles = useDialogStyles();
  const { app } = useHosting();
  const removeUrl = textOf(tab.settings, 'removeUrl');
  const host = useRef<TeamsHost>(undefined);
  const cancelButton = useRef<HTMLButtonElement | null>(null);
  const [enabled, setEnabled] = useState(removeUrl === undefined);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const title = words.removeTabTitle(nameOf(tab.settings) ?? app.name);

  useEffect(() => {
    const timer = setTimeout(setEnabled, ENABLE_REMOVE_MS, true);
    return () => clearTimeout(timer);
  }, []);

  async function remove(): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    const reply = host.current ? await host.current.remove() : ({ kind: 'success' } as const);
    const outcome = judgeRemoval(reply, 'tab');
    if (outcome.kind !== 'removed') return;
    try {
      await api.removeInstallation(tab.id);
      props.onRemoved(tab, complaintWords(words, outcome));
    } catch (error) {
      setFailure(requestFailureWords(words, error));
      setBusy(false);
    }
  }

  return (
    <Dialog open modalType="alert" onOpenChange={(_event, data) => !data.open && props.onClose()}>
      <DialogSurface className={removeUrl ? styles.surface : styles.plainSurface} role="dialog">
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={removeUrl ? mergeClasses(styles.page, styles.smallPage) : undefined}>
            {failure && (
              <MessageBar className={styles.message} intent="error" layout="multiline">
                <MessageBarBody>{failure}</MessageBarBody>
              </MessageBar>
            )}
            {removeUrl ? (
              <HostedFrame
                title={title}
                url={removeUrl}
                kind="tab"
                frameContext="remove"
                channel={channel}
                stored={tab.settings}
                owned={{}}
                onHost={(next) => {
                  host.current = next;
                }}
                onValidity={(valid) => valid && setEnabled(true)}
                onReturnFocus={() => cancelButton.current?.focus()}
              />
            ) : (
              words.removeTabPlain
            )}
          </DialogContent>
          <DialogActions fluid>
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
              disabled={!enabled || busy}
              icon={busy ? <Spinner size="tiny" /> : null}
              onClick={remove}
            >
              {busy ? words.removing : words.remove}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
