/**
 * The page's side of the host's protocol; the only file that knows the Teams SDK. Every call has a time-out,
 * because the SDK has one for `initialize` alone, and fails with a `HostError`. All that a host says is
 * untrusted: names may be missing or old, and nobody gets access by them.
 */
import { app, authentication, pages } from '@microsoft/teams-js';
import { type AnswerWords, answerOnce, type Reply } from './answer-once.ts';
import { HostError, toHostError } from './host-error.ts';
import { withTimeout } from './time-out.ts';

const INITIALIZE_NOTICE_MS = 8_000;
const CALL_TIMEOUT_MS = 8_000;
/** A person reads and answers a consent dialog meanwhile, or looks for their phone. */
const INTERACTIVE_TIMEOUT_MS = 600_000;
/** Hosts give up on a save after 30 s. */
const SAVE_LIMITS = { workMs: 15_000, answerMs: 20_000 };
/** Hosts give up on a removal after 15 s. */
const REMOVE_LIMITS = { workMs: 9_000, answerMs: 12_000 };

/** Where the page is, as far as the host tells. */
export interface HostPlace {
  locale?: string;
  theme?: string;
  teamName?: string;
  channelName?: string;
}

/** What the host keeps for this place. `entityId` is our configuration's id, once there is one. */
export interface HostConfig {
  entityId?: string;
  /** Given by connector dialogs alone. */
  webhookUrl?: string;
  /** Given by connector dialogs alone: `mail`, `groups` or `teams`, in any case. */
  appType?: string;
}

/** What the page gives the host to keep. */
export interface HostSettings {
  entityId: string;
  contentUrl: string;
  removeUrl: string;
  websiteUrl: string;
  suggestedDisplayName: string;
  /** The connection's name in lists of connectors. */
  configName?: string;
}

/**
 * Finds the host; `onLate` is called when it has not answered after 8 s. The SDK asks once and waits for
 * 60 s, so an answer may still come; a host that missed the question is reached by loading the page again.
 */
export async function connect(onLate: () => void): Promise<HostPlace> {
  // Teams on phones has no parent window; it leaves this bridge instead.
  if (window.parent === window && !('nativeInterface' in window)) throw new HostError('not-in-host');
  const notice = setTimeout(onLate, INITIALIZE_NOTICE_MS);
  try {
    await app.initialize();
  } catch (thrown) {
    throw new HostError('no-answer', toHostError(thrown).message);
  } finally {
    clearTimeout(notice);
  }
  app.notifyAppLoaded();
  return readPlace();
}

/** Fails open: without a context the page still works, in its default language and theme. */
async function readPlace(): Promise<HostPlace> {
  try {
    const context = await call(() => app.getContext());
    return present({
      locale: context.app.locale,
      theme: context.app.theme,
      teamName: context.team?.displayName,
      channelName: context.channel?.displayName,
    });
  } catch {
    return {};
  }
}

/** Whether a host has answered; without one there is nobody to ask for tokens or settings. */
export function isInHost(): boolean {
  return app.isInitialized();
}

/** Tells the host that its own loading indicator can go. Some hosts never answer, and nothing waits for it. */
export function notifyReady(): void {
  if (!isInHost()) return;
  app.notifySuccess().catch(() => undefined);
}

/** `handler` gets every theme that the user changes to while the page is open. */
export function onThemeChange(handler: (theme: string) => void): void {
  app.registerOnThemeChangeHandler(handler);
}

/**
 * A token that names the user to our server. Silent never shows anything; otherwise the host may ask the
 * user, so call it from a click.
 */
export function readToken(how: 'silent' | 'interactive'): Promise<string> {
  const silent = how === 'silent';
  return call(
    () => authentication.getAuthToken({ silent }),
    silent ? CALL_TIMEOUT_MS : INTERACTIVE_TIMEOUT_MS,
  );
}

/** Whether the host can open a sign-in window for us: the SDK takes no other addresses than https. */
export function canAuthenticate(): boolean {
  return isInHost() && window.location.protocol === 'https:';
}

/** Has the host open a page of ours in a window; what that page said with `answerAuthenticate`. */
export function authenticate(url: string): Promise<string> {
  return call(() => authentication.authenticate({ url, width: 520, height: 640 }), INTERACTIVE_TIMEOUT_MS);
}

/** In a window that `authenticate` opened: passes the result on, and the host closes the window. */
export async function answerAuthenticate(result: string): Promise<void> {
  await call(() => app.initialize());
  callNow(() => authentication.notifySuccess(result));
}

/** What the host keeps now. Read it again after `storeConfig`: the webhook's address may have changed. */
export async function readConfig(signal?: AbortSignal): Promise<HostConfig> {
  const config: Partial<Record<keyof HostConfig, unknown>> | null | undefined = await call(
    () => pages.getConfig(),
    CALL_TIMEOUT_MS,
    signal,
  );
  return present({
    entityId: config?.entityId,
    webhookUrl: config?.webhookUrl,
    appType: config?.appType,
  });
}

/** Gives the host what it shall keep; it does so once the save is answered with success. */
export function storeConfig(settings: HostSettings, signal?: AbortSignal): Promise<void> {
  return call(() => pages.config.setConfig(settings), CALL_TIMEOUT_MS, signal);
}

/** Whether the host may enable its Save (or Remove) button. Register the handlers first. */
export function setValidity(valid: boolean): void {
  callNow(() => pages.config.setValidityState(valid));
}

/**
 * `work` runs at every press of the host's Save; its signal is aborted after 15 s and the host answered
 * after 20 s at the latest. Without a handler the SDK would tell the host that all was saved.
 */
export function onSave(
  work: (offer: { webhookUrl?: string }, signal: AbortSignal) => Promise<Reply>,
  words: AnswerWords,
): void {
  callNow(() =>
    pages.config.registerOnSaveHandler((event) => {
      const offer = present({ webhookUrl: event.result?.webhookUrl });
      void answerOnce(event, (signal) => work(offer, signal), SAVE_LIMITS, words);
    }),
  );
}

/** As `onSave`, for the removal: the signal is aborted after 9 s, the host answered after 12 s at the latest. */
export function onRemove(work: (signal: AbortSignal) => Promise<Reply>, words: AnswerWords): void {
  callNow(() =>
    pages.config.registerOnRemoveHandler((event) => void answerOnce(event, work, REMOVE_LIMITS, words)),
  );
}

async function call<T>(ask: () => Promise<T>, limitMs = CALL_TIMEOUT_MS, signal?: AbortSignal): Promise<T> {
  try {
    return await withTimeout(ask(), limitMs, () => new HostError('no-answer'), signal);
  } catch (thrown) {
    throw toHostError(thrown);
  }
}

function callNow(tell: () => void): void {
  try {
    tell();
  } catch (thrown) {
    throw toHostError(thrown);
  }
}

/** Keeps what is a string with something in it; hosts send `null` and `""` for what they do not know. */
function present<K extends string>(values: Record<K, unknown>): { [P in K]?: string } {
  const kept: { [P in K]?: string } = {};
  for (const key in values) {
    const value: unknown = values[key];
    if (typeof value === 'string' && value.trim() !== '') kept[key] = value;
  }
  return kept;
}
