import { useRef, useState } from 'react';
import type { Installation, SandboxWebhook } from '../../../server/sandbox/schema.ts';
import { api } from '../api.ts';
import { complaintWords, requestFailureWords, saveFailureWords } from '../failure-words.ts';
import type { InstanceSettings } from '../host/settings.ts';
import type { TeamsHost } from '../host/teams-host.ts';
import { useHosting } from '../hosting.tsx';
import { judgeRemoval, judgeSave } from '../judge.ts';
import { useWords } from '../words.tsx';
import type { ConfigureDialogProps } from './configure-dialog.tsx';

export interface SettingsDialog {
  /** Takes the host of the page, or nothing when the page is gone. */
  attach(host: TeamsHost | undefined): void;
  busy: 'save' | 'remove' | undefined;
  /** Why the last press of a button did not work, in words. */
  failure: string | undefined;
  save(): Promise<void>;
  remove(): Promise<void>;
}

/**
 * What Save and Remove of a settings dialog do: they ask the page, judge its answer and tell the server. Only
 * then is anything added, changed or removed. `webhook` gives the one that was made in this dialog, if any.
 */
export function useSettingsDialog(
  props: ConfigureDialogProps,
  webhook: () => SandboxWebhook | undefined,
): SettingsDialog {
  const { kind, channel, installation } = props;
  const words = useWords();
  const { person } = useHosting();
  const host = useRef<TeamsHost>(undefined);
  const [busy, setBusy] = useState<SettingsDialog['busy']>();
  const [failure, setFailure] = useState<string>();

  function begin(what: 'save' | 'remove'): void {
    setBusy(what);
    setFailure(undefined);
  }

  async function store(settings: InstanceSettings): Promise<Installation> {
    const made = webhook();
    const change = { settings, personId: person.id, ...(made && { webhookId: made.id }) };
    if (installation) return api.changeInstallation(installation.id, change);
    return api.createInstallation(channel.id, { kind, ...change });
  }

  async function save(): Promise<void> {
    if (!host.current) return;
    begin('save');
    const reply = await host.current.save();
    const outcome = judgeSave(reply, installation?.settings, host.current?.changes());
    if (outcome.kind === 'closed') return;
    if (outcome.kind === 'failed') setFailure(saveFailureWords(words, outcome));
    else await store(outcome.settings).then(props.onSaved, showError);
    setBusy(undefined);
  }

  async function remove(): Promise<void> {
    if (!host.current || !installation) return;
    begin('remove');
    const outcome = judgeRemoval(await host.current.remove(), 'connector');
    if (outcome.kind === 'closed') return;
    if (outcome.kind === 'kept') setFailure(words.removeFailures.late);
    else {
      const done = () => props.onRemoved(installation, complaintWords(words, outcome));
      await api.removeInstallation(installation.id).then(done, showError);
    }
    setBusy(undefined);
  }

  function showError(error: unknown): void {
    setFailure(requestFailureWords(words, error));
  }

  return {
    attach(next) {
      host.current = next;
    },
    busy,
    failure,
    save,
    remove,
  };
}
