import type { SignInOffer } from '../../server/identity/sign-in-offer.ts';
import { answerAuthenticate } from '../shared/host.ts';
import { request } from '../shared/request.ts';
import { ANSWER_CHANNEL, readAnswer } from '../shared/sign-in-answer.ts';
import { wayOf } from '../shared/sign-in-attempt.ts';
import { authorizeAddress, readStart } from './authorize-address.ts';

/** What the window has to say when it is not on its way elsewhere. */
export type WindowState = 'starting' | 'finished' | 'nothing' | 'unreachable';

/** Where the window can go. */
export interface WindowWay {
  leave(address: string): void;
  /** Closes it, as far as the browser lets it. */
  close(): void;
}

/**
 * The window's two lives: opened by a page of ours it leads to the sign-in, and come back from there it gives
 * the answer to that page: to Teams where Teams opened it, else to all pages of this very origin, of which the
 * one that knows the state takes it.
 */
export async function runWindow(location: Location, way: WindowWay): Promise<WindowState> {
  const answer = location.hash.slice(1);
  const state = readAnswer(answer)?.state;
  if (state !== undefined) {
    // A code is used once, and this window has no use for it: it does not stay in the address.
    window.history.replaceState(null, '', location.pathname);
    return handOver(answer, state, way);
  }
  const start = readStart(new URLSearchParams(location.search));
  if (start === undefined) return 'nothing';
  try {
    const offer = (await request('GET', '/api/sign-in')) as SignInOffer;
    way.leave(authorizeAddress(offer, start, location.origin));
    return 'starting';
  } catch {
    return 'unreachable';
  }
}

async function handOver(answer: string, state: string, { close }: WindowWay): Promise<WindowState> {
  if (wayOf(state) === 'teams') {
    // Teams closes the window by itself.
    await answerAuthenticate(answer).catch(() => undefined);
    return 'finished';
  }
  const channel = new BroadcastChannel(ANSWER_CHANNEL);
  channel.postMessage(answer);
  channel.close();
  close();
  return 'finished';
}
