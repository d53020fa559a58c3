import type { ConnectionView } from '../../server/connect/schema.ts';
import type { ConnectWords } from './locales/en.ts';

/** A place that cards go to, for people. */
export function placeName(
  place: ConnectionView['place'],
  groupName: string | undefined,
  { places }: ConnectWords,
): string {
  return place === 'inbox' ? places.inbox : places[place](groupName);
}
