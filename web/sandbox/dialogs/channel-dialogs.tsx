import { Toast, ToastBody, Toaster, ToastTitle, useId, useToastController } from '@fluentui/react-components';
import type { Behaviour } from '../../../server/sandbox/behaviour.ts';
import type { Installation, SandboxChannel, SandboxWebhook } from '../../../server/sandbox/schema.ts';
import { nameOf } from '../host/settings.ts';
import { useHosting } from '../hosting.tsx';
import { useWords } from '../words.tsx';
import { BehaviourDialog } from './behaviour-dialog.tsx';
import { ConfigureDialog } from './configure-dialog.tsx';
import { ConnectorsDialog } from './connectors-dialog.tsx';
import { RemoveTabDialog } from './remove-tab-dialog.tsx';
import { WorkflowsDialog } from './workflows-dialog.tsx';

/** The dialog that is open; none most of the time. */
export type OpenDialog =
  | { kind: 'connectors' }
  | { kind: 'workflows' }
  | { kind: 'behaviour' }
  | { kind: 'configure'; what: 'connector' | 'tab'; installation?: Installation }
  | { kind: 'remove-tab'; tab: Installation };

/** Toasts stand above the bar that sends events. */
const TOAST_HEIGHT_PX = 96;

export interface ChannelDialogsProps {
  channel: SandboxChannel;
  installations: readonly Installation[];
  workflows: readonly SandboxWebhook[];
  behaviour: Behaviour;
  dialog: OpenDialog | undefined;
  onDialog(dialog: OpenDialog | undefined): void;
  /** Something was added, changed or removed: reads the team again. */
  onReload(): Promise<void>;
  onTabSaved(tab: Installation): void;
}

/** Shows the open dialog, and says afterwards what came of it. */
export function ChannelDialogs(props: ChannelDialogsProps) {
  const { channel, dialog } = props;
  const words = useWords();
  const { app } = useHosting();
  const toaster = useId('toaster');
  const { dispatchToast } = useToastController(toaster);

  const close = () => props.onDialog(undefined);
  const nameOfInstallation = ({ settings }: Installation) => nameOf(settings) ?? app.name;

  async function finish(intent: 'success' | 'warning', title: string, body?: string): Promise<void> {
    // Nothing is lost when this fails: the list is read again with the next change.
    await props.onReload().catch(() => {});
    close();
    dispatchToast(
      <Toast>
        <ToastTitle>{title}</ToastTitle>
        {body && <ToastBody>{body}</ToastBody>}
      </Toast>,
      { intent },
    );
  }

  async function saved(installation: Installation): Promise<void> {
    await finish('success', words.saved(nameOfInstallation(installation)));
    if (installation.kind === 'tab') props.onTabSaved(installation);
  }

  function removed(installation: Installation, complaint: string | undefined): Promise<void> {
    return finish(
      complaint ? 'warning' : 'success',
      words.removed(nameOfInstallation(installation)),
      complaint,
    );
  }

  return (
    <>
      <Toaster toasterId={toaster} position="bottom-end" offset={{ vertical: TOAST_HEIGHT_PX }} />
      {dialog?.kind === 'connectors' && (
        <ConnectorsDialog
          channel={channel}
          connectors={props.installations.filter(({ kind }) => kind === 'connector')}
          onConfigure={() => props.onDialog({ kind: 'configure', what: 'connector' })}
          onManage={(installation) => props.onDialog({ kind: 'configure', what: 'connector', installation })}
          onClose={close}
        />
      )}
      {dialog?.kind === 'workflows' && (
        <WorkflowsDialog
          channel={channel}
          workflows={props.workflows}
          onChanged={props.onReload}
          onClose={close}
        />
      )}
      {dialog?.kind === 'behaviour' && (
        <BehaviourDialog
          channel={channel}
          behaviour={props.behaviour}
          onChanged={props.onReload}
          onClose={close}
        />
      )}
      {dialog?.kind === 'configure' && (
        <ConfigureDialog
          kind={dialog.what}
          channel={channel}
          installation={dialog.installation}
          onClose={close}
          onSaved={saved}
          onRemoved={removed}
        />
      )}
      {dialog?.kind === 'remove-tab' && (
        <RemoveTabDialog channel={channel} tab={dialog.tab} onClose={close} onRemoved={removed} />
      )}
    </>
  );
}
