import type { DatabaseFacts } from '../../../../server/operate/doctor/judge/database.ts';
import type { Handshake, HttpAnswer, World } from '../../../../server/operate/doctor/world.ts';

export const NOW = new Date('2026-11-21T10:00:00Z');

export function answer({
  status = 200,
  headers = {},
  body = '',
  tookMs = 40,
}: {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  tookMs?: number;
} = {}): HttpAnswer {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return { status, headers: new Headers(headers), body: bytes, tookMs, at: NOW };
}

export const HANDSHAKE: Handshake = {
  refused: undefined,
  validTo: new Date('2027-01-31T00:00:00Z'),
  protocol: 'TLSv1.3',
};

export const DATABASE: DatabaseFacts = {
  versionNumber: 180_004,
  encrypted: true,
  embedded: false,
  missingMigrations: [],
  clock: { name: 'the database', theirs: NOW, ours: NOW },
  secrets: {
    value: { keys: [{ name: 'abcd', rows: 3, place: 'first' }], nodesBehind: 0, onlyFirstNeeded: true },
  },
  apiKeys: [{ scopes: ['events'], name: 'Our tasks', expiresAt: null }],
  cardActions: { total: 0, failed: 0, medianMs: 0 },
  webhookHosts: [],
};

/** A network in which everything is as it should be, but for what `change` says. */
export function fakeWorld(change: Partial<World> = {}): World {
  return {
    resolve: async () => ['93.184.216.34'],
    handshake: async () => HANDSHAKE,
    get: async () => answer(),
    now: () => NOW,
    ...change,
  };
}
