import { connector } from '../../../manifest/connector.ts';
import type { Card, Language } from '../../../server/cards/card.ts';
import { composeCard } from '../../../server/cards/compose.ts';
import type { JsonObject } from '../../../server/events/event.ts';

export const NOW = new Date('2026-11-21T09:30:00Z');
export const octocat = { login: 'octocat', url: 'https://github.com/octocat', bot: false };

/** The card of one of GitHub's events by octocat in octo/hello, with further data. */
export function githubCardOf(type: string, data: JsonObject, language: Language = 'en'): Card {
  const common = { repository: 'octo/hello', actor: octocat, url: 'https://github.com/octo/hello/x' };
  const event = { source: 'https://github.com/octo/hello', id: '1', type, time: NOW };
  return composeCard({ ...event, data: { ...common, ...data } }, { language, connector });
}
