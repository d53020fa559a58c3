import type { QuietHours, Schedule } from '../delivery/schedule.ts';
import type { Configuration as Row } from '../storage/generated/client.ts';
import type { Filter } from './filter-schema.ts';
import { presentDestination } from './present-destination.ts';
import type { Configuration } from './schema.ts';

/** A configuration as its page sees it: without the webhook's URL and without ids of people. */
export function presentConfiguration(row: Row): Configuration {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    ...(row.stateReason !== null && { stateReason: row.stateReason }),
    ...presentState(row),
    name: row.name,
    eventTypes: row.eventTypes,
    language: row.language === 'fr' ? 'fr' : 'en',
    // Only what the schema lets in is stored.
    ...(row.filter !== null && { filter: row.filter as Filter }),
    schedule: row.schedule as Schedule,
    ...(row.quietHours !== null && { quietHours: row.quietHours as QuietHours }),
    timeZone: row.timeZone,
    host: {
      kind: row.hostKind,
      ...(row.teamName !== null && { teamName: row.teamName }),
      ...(row.channelName !== null && { channelName: row.channelName }),
    },
    ...(row.destinationKind && {
      destination: presentDestination(row.destinationKind, row.destinationLabel ?? ''),
    }),
    createdByName: row.createdByName,
    updatedByName: row.updatedByName,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function presentState({ state, pausedUntil, onResume, brokenAt, removedAt }: Row) {
  return {
    ...(state === 'paused' && { onResume, ...(pausedUntil && { pausedUntil: pausedUntil.toISOString() }) }),
    ...(state === 'broken' && brokenAt && { brokenAt: brokenAt.toISOString() }),
    ...(state === 'removed' && removedAt && { removedAt: removedAt.toISOString() }),
  };
}
