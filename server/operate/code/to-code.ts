import { presentConfiguration } from '../../configurations/present.ts';
import type { Configuration as Row } from '../../storage/generated/client.ts';
import type { ConfigurationCode } from './schema.ts';

/** A stored configuration as code, with its webhook's address sealed as it is stored. */
export function toCode(row: Row): ConfigurationCode {
  const { name, eventTypes, language, filter, schedule, quietHours, timeZone, host } =
    presentConfiguration(row);
  return {
    id: row.id,
    key: row.creationKey,
    tenantId: row.tenantId,
    name,
    eventTypes,
    language,
    ...(filter && { filter }),
    schedule,
    ...(quietHours && { quietHours }),
    timeZone,
    host,
    ...(row.destinationUrl !== null && { destination: { sealed: row.destinationUrl } }),
    ...(row.state === 'paused' && {
      pause: {
        ...(row.pausedUntil && { until: row.pausedUntil.toISOString() }),
        onResume: row.onResume,
      },
    }),
  };
}
