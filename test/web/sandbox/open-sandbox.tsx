import { configure, render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { onTestFinished, vi } from 'vitest';
import { SandboxPage } from '../../../web/sandbox/sandbox-page.tsx';
import { type FakeApi, fakeApi } from './fake-api.ts';
import { enterFrame, type FramedPage } from './framed-page.ts';

/** A stream of posts that stays silent until the test brings something. */
export class FakeEventSource extends EventTarget {
  static last: FakeEventSource | undefined;
  readonly OPEN = 1;
  readyState = 1;

  constructor() {
    super();
    FakeEventSource.last = this;
    queueMicrotask(() => this.dispatchEvent(new Event('open')));
  }

  close(): void {
    this.readyState = 2;
  }
}

export interface OpenSandbox {
  api: FakeApi;
  user: UserEvent;
}

/**
 * Where one dialog follows another, Fluent's guard of the focus hides the second one from screen readers until it
 * sees the focus in it. jsdom lays nothing out, so on a busy machine that may be never. The browser tests look for
 * what is not hidden.
 */
configure({ defaultHidden: true });

/** Opens the sandbox's page on a fake server. `prepare` changes what the server holds at first. */
export function openSandbox(prepare: (api: FakeApi) => void = () => {}): OpenSandbox {
  window.localStorage.clear();
  const api = fakeApi();
  prepare(api);
  vi.stubGlobal('EventSource', FakeEventSource);
  // jsdom lays nothing out and scrolls nothing.
  Element.prototype.scrollIntoView = () => {};
  Element.prototype.scrollTo = () => {};
  render(<SandboxPage />);
  return {
    api,
    user: userEvent.setup({ advanceTimers: (ms) => vi.isFakeTimers() && vi.advanceTimersByTime(ms) }),
  };
}

/** Lets the SDK run in the frame with this title. It ends with the test. */
export async function enterFrameNamed(
  title: string | RegExp,
): Promise<FramedPage & { iframe: HTMLIFrameElement }> {
  const iframe = await screen.findByTitle<HTMLIFrameElement>(title);
  const page = enterFrame(iframe, new URL(iframe.src).origin);
  onTestFinished(() => page.leave());
  return { ...page, iframe };
}
