import type { Configuration as Row } from '../storage/generated/client.ts';
import type { Configuration } from './schema.ts';

/** A configuration as its page sees it: without the webhook's URL and without ids of people. */
export function presentConfiguration(row: Row): Configuration {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    ...(row.stateReason !== null && { stateReason: row.stateReason }),
    name: row.name,
    eventTypes: row.eventTypes,
    language: row.language === 'fr' ? 'fr' : 'en',
    host: {
      kind: row.hostKind,
      ...(row.teamName !== null && { teamName: row.teamName }),
      ...(row.channelName !== null && { channelName: row.channelName }),
    },
    ...(row.destinationKind && {
      destination: { kind: row.destinationKind, label: row.destinationLabel ?? '' },
    }),
    createdByName: row.createdByName,
    updatedByName: row.updatedByName,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
