import { app } from '@microsoft/teams-js';
import { vi } from 'vitest';

/** A page in a frame, as far as Microsoft's SDK sees it: the SDK itself is the real one. */
export interface FramedPage {
  /** What the page was posted, in order, with the target origin. */
  received: { message: unknown; targetOrigin: unknown }[];
  /** Posts to the host as the page's window would, past the SDK. */
  post(message: unknown, origin?: string): void;
  /** Ends the SDK's work; it keeps its state for the life of a page. */
  leave(): void;
}

/**
 * Lets the SDK run inside `iframe`: what it posts to its parent reaches this window with the frame as its
 * source, and what is posted to the frame reaches the SDK. Call it once the frame has its address.
 */
export function enterFrame(iframe: HTMLIFrameElement, origin: string): FramedPage {
  const frame = iframe.contentWindow;
  if (!frame) throw new Error('The frame is not part of the page');
  const listeners = new Set<(event: MessageEvent) => void>();
  const received: FramedPage['received'] = [];

  function post(message: unknown, from = origin): void {
    const data = structuredClone(message);
    // Messages between windows never arrive within the call that posts them.
    queueMicrotask(() =>
      window.dispatchEvent(new MessageEvent('message', { data, origin: from, source: frame })),
    );
  }

  const parent = { closed: false, postMessage: (message: unknown) => post(message) };
  vi.spyOn(frame, 'postMessage').mockImplementation((message: unknown, targetOrigin: unknown) => {
    received.push({ message, targetOrigin });
    const event = { data: structuredClone(message), origin, source: parent };
    queueMicrotask(() => {
      for (const listener of listeners) listener(event as unknown as MessageEvent);
    });
  });

  const page = {
    location: { origin },
    parent,
    top: parent,
    addEventListener: (_type: string, listener: (event: MessageEvent) => void) => listeners.add(listener),
    removeEventListener: (_type: string, listener: (event: MessageEvent) => void) =>
      listeners.delete(listener),
  };
  app._initialize(page);

  return {
    received,
    post,
    leave() {
      app._uninitialize();
      listeners.clear();
    },
  };
}
