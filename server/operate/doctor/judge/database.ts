import type { SecretsStatus } from '../../secrets/status.ts';
import { type Finding, findingsOf } from '../finding.ts';
import type { Tried } from '../world.ts';
import type { Clock } from './time.ts';

/** What the database told of itself and of what it holds. */
export interface DatabaseFacts {
  /** 180004 is 18.4. */
  versionNumber: number;
  encrypted: boolean;
  embedded: boolean;
  missingMigrations: string[];
  clock: Clock;
  secrets: Tried<SecretsStatus>;
  apiKeys: { scopes: string[]; name: string; expiresAt: Date | null }[];
  /** Pressed buttons of the last 7 days, and how long half of those that arrived took at the most. */
  cardActions: { total: number; failed: number; medianMs: number };
  /** Hosts of webhooks that are in use. */
  webhookHosts: string[];
}

const OLDEST_VERSION = 150_000;
const DAY_MS = 24 * 3_600_000;
const EXPIRES_SOON_DAYS = 14;

export function judgeDatabase(facts: Tried<DatabaseFacts>): Finding[] {
  const finding = findingsOf('database');
  if ('error' in facts)
    return [
      finding('failed', 'The database answers', facts.error, 'Correct DATABASE_URL, or start the server.'),
    ];
  const { versionNumber, encrypted, embedded, missingMigrations } = facts.value;
  const version = `PostgreSQL ${Math.floor(versionNumber / 10_000)}.${versionNumber % 10_000}`;
  return [
    versionNumber >= OLDEST_VERSION
      ? finding('ok', 'The database answers', version)
      : finding('failed', 'The database answers', version, 'Bring it to PostgreSQL 15 or newer.'),
    missingMigrations.length === 0
      ? finding('ok', 'Its tables are of this release', 'no migration is missing')
      : finding(
          'failed',
          'Its tables are of this release',
          `missing: ${missingMigrations.join(', ')}`,
          'Start this release once: it brings them.',
        ),
    embedded
      ? finding(
          'warning',
          'It is a server of its own',
          'embedded in DATA_DIR',
          'Set DATABASE_URL before you rely on it.',
        )
      : encrypted
        ? finding('ok', 'The way to it is encrypted', 'TLS')
        : finding(
            'warning',
            'The way to it is encrypted',
            'no TLS',
            'Add ?sslmode=verify-full to DATABASE_URL unless it runs on this machine.',
          ),
  ];
}

export function judgeKeys({ secrets, apiKeys }: DatabaseFacts, now: Date): Finding[] {
  const finding = findingsOf('keys');
  return [judgeSecrets(secrets), ...judgeApiKeys()];

  function judgeApiKeys(): Finding[] {
    const usable = apiKeys.filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
    const senders = usable.filter(({ scopes }) => scopes.includes('events'));
    const ending = usable.filter(
      ({ expiresAt }) =>
        expiresAt !== null && expiresAt.getTime() - now.getTime() < EXPIRES_SOON_DAYS * DAY_MS,
    );
    return [
      senders.length > 0
        ? finding('ok', 'Somebody can send events', `API keys with the scope “events”: ${senders.length}`)
        : finding(
            'warning',
            'Somebody can send events',
            'no API key has the scope “events”',
            'Make one: npm run -s cli -- keys create --name "Our tasks".',
          ),
      ...ending.map(({ name, expiresAt }) =>
        finding(
          'warning',
          `API key “${name}”`,
          `expires ${expiresAt?.toISOString().slice(0, 10)}`,
          'Make its successor in time.',
        ),
      ),
    ];
  }

  function judgeSecrets(status: Tried<SecretsStatus>): Finding {
    const check = 'SECRET_KEYS open what is stored';
    if ('error' in status)
      return finding('failed', check, status.error, 'Set SECRET_KEYS as the server has it.');
    const { keys, onlyFirstNeeded } = status.value;
    const lost = keys.filter(({ place, rows }) => place === 'missing' && rows > 0);
    if (lost.length > 0)
      return finding(
        'failed',
        check,
        `not those under ${lost.map(({ name, rows }) => `the key ${name} (${rows})`).join(', ')}`,
        'Put that key back into SECRET_KEYS: without it those webhooks cannot be posted to.',
      );
    return onlyFirstNeeded
      ? finding('ok', check, 'the first key is enough')
      : finding(
          'warning',
          check,
          'an older key is still needed',
          'npm run -s cli -- secrets status says more.',
        );
  }
}
