import type { GithubEventType } from '../../server/events/sources/github/event-types.ts';
import type { EventType, Words } from '../connector.ts';
import { type GithubField, githubFilterFields } from './filter-fields.ts';

interface GithubEventTypeWords {
  title: Words;
  description: Words;
  suggested?: boolean;
  /** What filters can ask of it, beside what they can ask of all. */
  fields?: readonly GithubField[];
}

/** One of GitHub's event types as channels choose it. Its cards are made by server/cards/github. */
export function githubEventType(
  type: GithubEventType,
  { title, description, suggested = false, fields = [] }: GithubEventTypeWords,
): EventType {
  return { type, title, description, suggested, filterFields: githubFilterFields(fields) };
}
