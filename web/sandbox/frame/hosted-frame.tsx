import {
  MessageBar,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  ProgressBar,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { SandboxChannel } from '../../../server/sandbox/schema.ts';
import { api } from '../api.ts';
import { fillPlaceholders, flatContext } from '../host/context.ts';
import type { FrameContext } from '../host/initialize.ts';
import { type InstanceSettings, textOf } from '../host/settings.ts';
import { createTeamsHost, type PageProgress, type TeamsHost } from '../host/teams-host.ts';
import { placeIn, useHosting } from '../hosting.tsx';
import { useWords } from '../words.tsx';

/** A page that has not begun to speak after this time is pointed out. It may still do so later. */
const SILENCE_NOTICE_MS = 10_000;

/**
 * What Teams on the web allows its frames. Above all, a page cannot navigate the window around it. Pages of
 * the sandbox's own origin could lift all this again, and browsers warn of it: they are not limited.
 */
const FRAME_PERMISSIONS =
  'allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-pointer-lock allow-scripts allow-same-origin allow-downloads';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', minHeight: 0, flexGrow: 1 },
  frame: {
    flexGrow: 1,
    width: '100%',
    minHeight: 0,
    border: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  progress: { flexShrink: 0 },
  quiet: { visibility: 'hidden' },
});

export interface HostedFrameProps {
  /** Names the frame for screen readers. */
  title: string;
  /** May hold Teams' placeholders; they are filled once, when the page is opened. */
  url: string;
  kind: 'connector' | 'tab';
  frameContext: FrameContext;
  channel: SandboxChannel;
  stored: InstanceSettings;
  owned: InstanceSettings;
  /** Makes another webhook in the place of the connector's and tells its address. */
  renewWebhook?(): Promise<string>;
  /** The host to speak with while the frame is there. */
  onHost?(host: TeamsHost | undefined): void;
  onValidity?(valid: boolean): void;
  onReturnFocus?(forward: boolean): void;
}

/** A page in a frame, with this window as its host. A new `key` opens it anew. */
export function HostedFrame(props: HostedFrameProps) {
  const words = useWords();
  const styles = useStyles();
  const hosting = useHosting();
  const frame = useRef<HTMLIFrameElement>(null);
  const current = useRef<TeamsHost>(undefined);
  const [progress, setProgress] = useState<PageProgress | { kind: 'opening' | 'silent' }>({
    kind: 'opening',
  });

  const place = () => placeIn(hosting, props.channel, textOf(props.stored, 'entityId'));
  const [url] = useState(() => fillPlaceholders(props.url, place()));
  const { origin } = new URL(url);

  const context = useEffectEvent(() => flatContext(place(), props.frameContext));
  const token = useEffectEvent(async (silent: boolean) => {
    // In Teams' own words, by which a page knows what may help.
    if (hosting.signOn === 'missing') throw new Error('resourceDisabled');
    if (hosting.signOn === 'asks' && silent) throw new Error('consent_required');
    return api.token(hosting.person.id);
  });
  const log = useEffectEvent(hosting.log);
  const renew = useEffectEvent(async () => props.renewWebhook?.() ?? textOf(props.owned, 'webhookUrl') ?? '');
  const tellHost = useEffectEvent((host: TeamsHost | undefined) => props.onHost?.(host));
  const tellValidity = useEffectEvent((valid: boolean) => props.onValidity?.(valid));
  const giveFocusBack = useEffectEvent((forward: boolean) => props.onReturnFocus?.(forward));

  const openPage = useEffectEvent((iframe: HTMLIFrameElement) =>
    createTeamsHost(iframe, {
      url,
      kind: props.kind,
      frameContext: props.frameContext,
      stored: props.stored,
      owned: props.owned,
      quirks: hosting.quirks,
      renewWebhook: () => renew(),
      context: () => context(),
      getAuthToken: (silent) => token(silent),
      onValidity: (valid) => tellValidity(valid),
      onProgress: setProgress,
      onLog: (entry) => log(entry),
      openLink: (link) => window.open(link, '_blank', 'noopener,noreferrer'),
      returnFocus: (forward) => giveFocusBack(forward),
    }),
  );

  useEffect(() => {
    if (!frame.current) return;
    const host = openPage(frame.current);
    current.current = host;
    tellHost(host);
    host.open();
    const timer = setTimeout(
      () => setProgress((now) => (now.kind === 'opening' ? { kind: 'silent' } : now)),
      SILENCE_NOTICE_MS,
    );
    return () => {
      clearTimeout(timer);
      host.close();
      current.current = undefined;
      tellHost(undefined);
    };
  }, []);

  useEffect(() => current.current?.changeTheme(hosting.theme), [hosting.theme]);

  return (
    <div className={styles.root}>
      <ProgressBar
        className={mergeClasses(styles.progress, progress.kind !== 'opening' && styles.quiet)}
        aria-label={words.preparing}
        aria-hidden={progress.kind !== 'opening'}
        thickness="medium"
      />
      {progress.kind === 'silent' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.frameSilent(origin)}</MessageBarBody>
        </MessageBar>
      )}
      {progress.kind === 'failed' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{words.frameFailed(progress.reason)}</MessageBarBody>
        </MessageBar>
      )}
      <iframe
        ref={frame}
        className={styles.frame}
        title={props.title}
        sandbox={origin === window.location.origin ? undefined : FRAME_PERMISSIONS}
        allow="clipboard-write"
      />
    </div>
  );
}
