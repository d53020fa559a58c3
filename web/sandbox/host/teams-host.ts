import { type HeldSettingsOptions, holdSettings } from './held-settings.ts';
import { type FrameContext, initializeAnswer } from './initialize.ts';
import type { LogEntry } from './log.ts';
import { createQuestion, type PageReply } from './page-reply.ts';
import { answerTo, type HostAnswer, type HostEvent, type PageCall, readPageCall } from './protocol.ts';
import { answering, LATE_ANSWER_MS, withoutNames } from './quirks.ts';
import type { InstanceSettings } from './settings.ts';

/** Teams gives up on a save after this time, and on a removal. See docs/sandbox.md. */
export const SAVE_LIMIT_MS = 30_000;
export const CONNECTOR_REMOVE_LIMIT_MS = 15_000;
/** A tab is dropped after this time whatever its page says. */
export const TAB_REMOVE_LIMIT_MS = 30_000;

export interface TeamsHostOptions extends HeldSettingsOptions {
  /** What the frame shows. Only pages of this origin are answered. */
  url: string;
  frameContext: FrameContext;
  /** Asked at each `getContext`, in the flat form. */
  context(): Record<string, unknown>;
  /** A token for the person who uses the sandbox; a rejection is answered as a failure. */
  getAuthToken(silent: boolean): Promise<string>;
  onValidity(valid: boolean): void;
  /** What the page says of its own start. */
  onProgress(progress: PageProgress): void;
  onLog(entry: Omit<LogEntry, 'number' | 'time'>): void;
  openLink(url: string): void;
  /** The page gives the keyboard focus back, at its end (`forward`) or at its start. */
  returnFocus(forward: boolean): void;
}

export type PageProgress = { kind: 'initialized' } | { kind: 'loaded' } | { kind: 'failed'; reason: string };

/** One page in one frame. */
export interface TeamsHost {
  /** Begins to listen, then opens the page: the page says `initialize` once and never again. */
  open(): void;
  save(): Promise<PageReply>;
  remove(): Promise<PageReply>;
  changeTheme(theme: string): void;
  /** What the page has set since it was opened, or nothing when it has set nothing. */
  changes(): InstanceSettings | undefined;
  close(): void;
}

/**
 * Speaks the host's side of the protocol with the page in `iframe`.
 *
 * Only messages of the frame's own window count, and only while it shows a page of the expected origin: a
 * page that navigated elsewhere gets no token. Calls that this host does not know are logged and not
 * answered, as an old host would do.
 */
export function createTeamsHost(iframe: HTMLIFrameElement, options: TeamsHostOptions): TeamsHost {
  const { origin } = new URL(options.url);
  const { quirks } = options;
  const settings = holdSettings(options);
  const saving = createQuestion();
  const removing = createQuestion();
  const handlers = new Set<unknown>();
  /** Before `initialize` the frame may still show another page, which must get nothing. */
  let initialized = false;
  /** Rises with every `initialize`: what was asked before is not answered to the page after it. */
  let life = 0;

  const answers: Record<string, (call: PageCall) => void> = {
    initialize(call) {
      handlers.clear();
      settings.forget();
      initialized = true;
      life += 1;
      options.onValidity(false);
      answer(call, initializeAnswer(options.frameContext, call.args));
      options.onProgress({ kind: 'initialized' });
    },
    getContext(call) {
      const context = options.context();
      answer(call, [quirks.has('names-missing') ? withoutNames(context) : context]);
    },
    'authentication.getAuthToken': (call) => void answerToken(call),
    registerHandler: ({ args }) => void handlers.add(args[0]),
    'settings.setValidityState': ({ args }) => options.onValidity(args[0] === true),
    'settings.getSettings': (call) => answer(call, [settings.get()]),
    'settings.setSettings': async (call) => answer(call, await settings.set(call.args[0])),
    'settings.save.success': () => saving.answer({ kind: 'success' }),
    'settings.save.failure': ({ args }) => saving.answer(failure(args[0])),
    'settings.remove.success': () => removing.answer({ kind: 'success' }),
    'settings.remove.failure': ({ args }) => removing.answer(failure(args[0])),
    'appInitialization.appLoaded': () => options.onProgress({ kind: 'loaded' }),
    'appInitialization.success': () => options.onProgress({ kind: 'loaded' }),
    'appInitialization.failure': ({ args }) => options.onProgress(failed(args)),
    'appInitialization.expectedFailure': ({ args }) => options.onProgress(failed(args)),
    executeDeepLink(call) {
      const [link] = call.args;
      const opens = typeof link === 'string' && /^https?:/i.test(link);
      if (opens) options.openLink(link);
      answer(call, opens ? [true] : [false, 'Only http(s) links are opened.']);
    },
    returnFocus: ({ args }) => options.returnFocus(args[0] === true),
  };

  function receive(event: MessageEvent): void {
    if (event.source === null || event.source !== iframe.contentWindow) return;
    const call = readPageCall(event.data);
    if (!call) return;
    const known = Object.hasOwn(answers, call.func) ? answers[call.func] : undefined;
    const flag = event.origin !== origin ? 'foreign' : known ? undefined : 'unknown';
    log('page-to-host', 'call', call.func, call.args, flag);
    if (!flag) known?.(call);
  }

  function log(
    direction: LogEntry['direction'],
    kind: LogEntry['kind'],
    func: string,
    args: unknown[],
    flag?: LogEntry['flag'],
  ): void {
    options.onLog({ direction, kind, func, args, ...(flag ? { flag } : {}) });
  }

  function post(message: HostAnswer | HostEvent): void {
    iframe.contentWindow?.postMessage(message, origin);
  }

  function answer(call: PageCall, args: unknown[]): void {
    if (!initialized) return;
    const when = answering(quirks, call.func);
    if (when === 'never') {
      log('host-to-page', 'answer', call.func, args, 'held-back');
      return;
    }
    const asked = life;
    const give = () => {
      if (!initialized || asked !== life) return;
      log('host-to-page', 'answer', call.func, args, when === 'late' ? 'quirk' : undefined);
      post(answerTo(call, args));
    };
    if (when === 'late') setTimeout(give, LATE_ANSWER_MS);
    else give();
  }

  async function answerToken(call: PageCall): Promise<void> {
    try {
      answer(call, [true, await options.getAuthToken(call.args[2] === true)]);
    } catch (error) {
      answer(call, [false, error instanceof Error ? error.message : String(error)]);
    }
  }

  function fire(func: string, args: unknown[], flag?: LogEntry['flag']): void {
    log('host-to-page', 'event', func, args, flag);
    post({ func, args });
  }

  return {
    open() {
      window.addEventListener('message', receive);
      iframe.src = options.url;
    },
    async save() {
      if (!initialized) return { kind: 'absent' };
      const reply = saving.ask(SAVE_LIMIT_MS);
      fire(
        'settings.save',
        [{ webhookUrl: settings.webhookUrl() }],
        handlers.has('save') ? undefined : 'no-handler',
      );
      return reply;
    },
    async remove() {
      if (!initialized) return { kind: 'absent' };
      if (quirks.has('removal-unasked')) {
        log('host-to-page', 'event', 'settings.remove', [], 'held-back');
        return { kind: 'success' };
      }
      const reply = removing.ask(options.kind === 'tab' ? TAB_REMOVE_LIMIT_MS : CONNECTOR_REMOVE_LIMIT_MS);
      fire('settings.remove', [], handlers.has('remove') ? undefined : 'no-handler');
      return reply;
    },
    changeTheme(theme) {
      // A page that starts later learns the theme from its context.
      if (initialized) fire('themeChange', [theme]);
    },
    changes: settings.changes,
    close() {
      initialized = false;
      window.removeEventListener('message', receive);
      saving.answer({ kind: 'closed' });
      removing.answer({ kind: 'closed' });
    },
  };
}

function failure(reason: unknown): PageReply {
  return { kind: 'failure', reason: typeof reason === 'string' ? reason : '' };
}

function failed([reason, message]: readonly unknown[]): PageProgress {
  const words = [reason, message].filter((word) => typeof word === 'string' && word !== '');
  return { kind: 'failed', reason: words.join(': ') };
}
