import type { FastifyRequest } from 'fastify';
import { readCookie, setCookie } from './cookies.ts';
import { OUTCOMES, type Outcome } from './schema.ts';
import type { FreshSession } from './session.ts';

/** The two cookies of `/connect`: whose browser it is, and how its newest try ended. */
export interface BrowserCookies {
  /** The session's secret, as the browser sent it. */
  readSession(request: FastifyRequest): string | undefined;
  readOutcome(request: FastifyRequest): Outcome | undefined;
  /** Headers that set them. */
  session(session: FreshSession): string;
  outcome(outcome: Outcome): string;
  noOutcome(): string;
}

/** How a try ended is told for so long, also when the page is loaded again. */
const OUTCOME_S = 600;

export function createBrowserCookies(https: boolean): BrowserCookies {
  const read = (request: FastifyRequest, name: string) => readCookie(request.headers.cookie, name, https);
  return {
    readSession: (request) => read(request, 'browser'),
    readOutcome: (request) => {
      const value = read(request, 'outcome');
      return OUTCOMES.find((outcome) => outcome === value);
    },
    session: ({ secret, maxAgeS }) => setCookie({ name: 'browser', value: secret, maxAge: maxAgeS }, https),
    outcome: (outcome) => setCookie({ name: 'outcome', value: outcome, maxAge: OUTCOME_S }, https),
    noOutcome: () => setCookie({ name: 'outcome', value: '', maxAge: 0 }, https),
  };
}
