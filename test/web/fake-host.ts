import { app } from '@microsoft/teams-js';
import { vi } from 'vitest';

/** A call of the page, as it goes over the wire. */
interface Call {
  id: number;
  uuidAsString: string;
  func: string;
  args: unknown[];
}

export interface FakeHostOptions {
  frame?: 'settings' | 'remove' | 'content' | 'authentication';
  /** What `getContext` answers; names may be missing, as in real hosts. */
  context?: Record<string, unknown>;
  /** What `getSettings` answers, until the page sets something. */
  config?: Record<string, unknown>;
  /** Given by `getAuthToken`; a refusal when absent. */
  token?(silent: boolean): string | undefined;
  /** The reason of that refusal. */
  refusal?(silent: boolean): string;
  /** What a window comes back with that the page has the host open. */
  authenticate?(url: URL): { result: string } | { reason: string };
  /** What the host makes of new settings: connector dialogs keep what is theirs, and may change it. */
  onSettings?(settings: Record<string, unknown>): Record<string, unknown>;
}

type HostAnswer = { ok: true } | { ok: false; reason: unknown };

/** Teams at the wire: what is posted to `window.parent` and back. */
export interface FakeHost {
  /** Names of the calls in order. */
  calls: string[];
  lastArgs(func: string): unknown[] | undefined;
  /** Whether Save or Remove can be pressed, as the page last said. */
  valid(): boolean;
  /** Every answer to Save and Remove, in order. */
  answers: HostAnswer[];
  pressSave(webhookUrl?: string): void;
  pressRemove(): void;
  changeTheme(theme: string): void;
  /** From now on the host does not answer this call. */
  ignore(func: string): void;
  /** Answers what was ignored. */
  wakeUp(): void;
  /** From now on the host refuses new settings. */
  refuseSettings(reason: string): void;
  leave(): void;
}

/** Puts the page into a host. Call `leave` afterwards: the SDK keeps its state for the life of a page. */
export function enterHost(options: FakeHostOptions = {}): FakeHost {
  const {
    frame = 'settings',
    context = {},
    token = () => 'token',
    refusal: tokenRefusal = () => 'consent_required',
    authenticate = () => ({ reason: 'FailedToOpenWindow' }),
    onSettings = (settings) => settings,
  } = options;
  let config = options.config ?? {};
  let refusal: string | undefined;
  const received: Call[] = [];
  const ignored = new Set<string>();
  const unanswered: Call[] = [];
  const answers: HostAnswer[] = [];

  const parent = { closed: false, postMessage: (message: Call) => receive(message) };
  vi.stubGlobal('parent', parent);

  function send(data: object): void {
    // Never within the page's own call: a real message comes later, too.
    queueMicrotask(() => {
      const message = new MessageEvent('message', { data, origin: window.location.origin });
      Object.defineProperty(message, 'source', { value: parent });
      window.dispatchEvent(message);
    });
  }

  function receive(call: Call): void {
    received.push(call);
    if (ignored.has(call.func)) unanswered.push(call);
    else answer(call);
  }

  function answer({ id, uuidAsString, func, args }: Call): void {
    const reply = replyTo(func, args);
    if (reply !== undefined) send({ id, uuidAsString, args: reply });
  }

  function replyTo(func: string, [first, , silent]: unknown[]): unknown[] | undefined {
    switch (func) {
      case 'initialize':
        return [
          frame,
          'web',
          JSON.stringify({ apiVersion: 4, supports: { pages: { config: {} } } }),
          '2.0.1',
        ];
      case 'getContext':
        return [{ frameContext: frame, ...context }];
      case 'settings.getSettings':
        return [config];
      case 'settings.setSettings':
        if (refusal !== undefined) return [false, refusal];
        config = { ...config, ...onSettings({ ...(first as object) }) };
        return [true];
      case 'authentication.getAuthToken': {
        const given = token(silent === true);
        return given === undefined ? [false, tokenRefusal(silent === true)] : [true, given];
      }
      case 'authentication.authenticate': {
        const answer = authenticate(new URL(String(first)));
        return 'result' in answer ? [true, answer.result] : [false, answer.reason];
      }
      case 'settings.save.success':
      case 'settings.remove.success':
        answers.push({ ok: true });
        return undefined;
      case 'settings.save.failure':
      case 'settings.remove.failure':
        answers.push({ ok: false, reason: first });
        return undefined;
      default:
        return undefined;
    }
  }

  const lastArgs = (func: string) => received.findLast((call) => call.func === func)?.args;
  return {
    get calls() {
      return received.map(({ func }) => func);
    },
    lastArgs,
    valid: () => lastArgs('settings.setValidityState')?.[0] === true,
    answers,
    pressSave: (webhookUrl) =>
      send({ func: 'settings.save', args: [webhookUrl === undefined ? {} : { webhookUrl }] }),
    pressRemove: () => send({ func: 'settings.remove', args: [] }),
    changeTheme: (theme) => send({ func: 'themeChange', args: [theme] }),
    ignore: (func) => void ignored.add(func),
    wakeUp() {
      ignored.clear();
      for (const call of unanswered.splice(0)) answer(call);
    },
    refuseSettings: (reason) => {
      refusal = reason;
    },
    leave: () => app._uninitialize(),
  };
}
