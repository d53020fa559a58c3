import { isDeepStrictEqual } from 'node:util';
import { presentConfiguration } from '../../configurations/present.ts';
import { toFilterColumns } from '../../configurations/stored-filter.ts';
import type { Configuration as Row } from '../../storage/generated/client.ts';
import type { Applied, ConfigurationCode } from './schema.ts';

type Change = Applied['changes'][number];

/** An address, in what of it people may see. */
export interface KnownWebhook {
  label: string;
  /** Under every key of the ring. */
  fingerprints: readonly string[];
}

const DEFAULTS = { language: 'en', schedule: { kind: 'immediately' }, timeZone: 'UTC' } as const;

/** What the configuration has from now on: the entry, with what nobody chose as it is by default. */
export function settingsOf(code: ConfigurationCode) {
  const { name, eventTypes, language, filter, schedule, quietHours, timeZone } = code;
  const filters = filter && toFilterColumns(filter).filterPath !== null;
  return {
    name,
    // Their order means nothing.
    eventTypes: [...eventTypes].sort(),
    language: language ?? DEFAULTS.language,
    filter: filters ? filter : undefined,
    schedule: schedule ?? DEFAULTS.schedule,
    quietHours,
    timeZone: timeZone ?? DEFAULTS.timeZone,
  };
}

/** What applying an entry would change; of one that is not there yet, all that it has. */
export function differenceOf(
  row: Row | undefined,
  code: ConfigurationCode,
  webhook: KnownWebhook | undefined,
  now: Date,
): Change[] {
  const present = row && presentConfiguration(row);
  const before = present && { ...present, eventTypes: [...present.eventTypes].sort() };
  const changes: Change[] = Object.entries(settingsOf(code)).map(([field, after]) => ({
    field,
    before: before?.[field as keyof ReturnType<typeof settingsOf>],
    after,
  }));
  if (code.host) changes.push({ field: 'host', before: before?.host, after: code.host });
  if (webhook && !webhook.fingerprints.includes(row?.destinationFingerprint ?? '')) {
    changes.push({ field: 'destination', before: row?.destinationLabel ?? undefined, after: webhook.label });
  }
  const pause = pauseOf(code, now);
  // A broken one posts nothing already.
  if (pause && row?.state !== 'broken')
    changes.push({ field: 'pause', before: row && pauseOfRow(row), after: pause });
  return changes
    .filter(({ before: old, after }) => !isDeepStrictEqual(plain(old), plain(after)))
    .map(({ field, before: old, after }) => ({
      field,
      ...(old !== undefined && { before: old }),
      ...(after !== undefined && { after }),
    }));
}

/** The pause that an entry asks for, unless it is over. */
export function pauseOf({ pause }: ConfigurationCode, now: Date): ConfigurationCode['pause'] {
  if (!pause || (pause.until !== undefined && new Date(pause.until) <= now)) return undefined;
  const { until, onResume } = pause;
  return { ...(until !== undefined && { until: new Date(until).toISOString() }), onResume };
}

function pauseOfRow({ state, pausedUntil, onResume }: Row): ConfigurationCode['pause'] {
  if (state !== 'paused') return undefined;
  return { ...(pausedUntil && { until: pausedUntil.toISOString() }), onResume };
}

/** As JSON has it: what was read from the database and from a file compare by what they hold. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
