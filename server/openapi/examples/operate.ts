import { configuration as chosen } from './configurations.ts';
import * as deliveriesOf from './deliveries.ts';

const at = '2026-11-21T10:00:00.000Z';
const tenantId = '11111111-aaaa-4bbb-8ccc-000000000001';
const { id, name, state, host, createdAt, updatedAt, updatedByName } = chosen;
const listed = {
  id,
  tenantId,
  name,
  state,
  eventTypes: chosen.eventTypes,
  host,
  createdAt,
  updatedAt,
  updatedByName,
  lastSuccessAt: at,
  waiting: 2,
  oldestWaitingAt: at,
  usedShare: 0.02,
};
const channel = { id, name, tenantId };
const { event, verdict, reason, tries, dueAt, settledAt } = deliveriesOf.delivery;
const delivered = {
  id: '1025',
  configuration: channel,
  event,
  state: 'sent',
  reason,
  verdict,
  words: 'HTTP 202',
  status: 202,
  tries,
  acceptedAt: at,
  dueAt,
  settledAt,
};

export const configurations = { items: [listed] };
export const configuration = { ...listed, configuration: chosen };
export const deliveries = { items: [delivered], next: '1024', lookedTo: at };
export const delivery = { ...delivered, explanation: deliveriesOf.explanation };

export const overview = {
  configurations: { active: 120, paused: 3, broken: 1, removed: 9 },
  waiting: {
    active: { count: 4, oldestSeconds: 1.5 },
    paused: { count: 40, oldestSeconds: 7_200 },
    broken: { count: 12, oldestSeconds: 86_400 },
  },
  failed: 2,
  atRisk: { over50: 0, over70: 1, over90: 0 },
  retentionDays: 7,
  nodes: 2,
  shards: 32,
  sandbox: false,
};

export const series = {
  span: 'hour',
  stepSeconds: 60,
  every: 1,
  points: [
    {
      at,
      posted: 58,
      accepted: 12,
      tryAgain: 1,
      dead: 0,
      cardWrong: 0,
      delivered: 96,
      p50Ms: 91,
      p95Ms: 215,
      p99Ms: 724,
    },
  ],
};

export const eventTypes = {
  days: 7,
  every: 1,
  items: [{ type: 'task.created', title: 'Task created', events: 214, configurations: 12 }],
};

export const newKey = {
  name: 'Build server',
  scopes: ['events'],
  tenantId,
  expiresAt: '2027-01-31T00:00:00Z',
};
export const key = {
  id: 'key_dGVzdHRlc3R0',
  name: 'Build server',
  scopes: ['events'],
  tenantId,
  createdAt: at,
  expiresAt: '2027-01-31T00:00:00.000Z',
  own: false,
};
export const createdKey = { ...key, key: 'cw_AbCdEfGhIjKlMnOpQrStUvWxYz012345' };

export const audit = {
  items: [
    {
      id: '12',
      at,
      by: 'key_b3BlcmF0b3Jz',
      byName: 'Operations',
      action: 'replayed',
      details: { kind: 'failed', replayed: 3, repeated: 0 },
    },
  ],
};
export const changes = {
  items: [
    { id: '7', at, byName: 'Zoë Ferrand', kind: 'changed', settings: ['filter'], configuration: channel },
  ],
};

/** A channel as code, as somebody writes it by hand. */
export const code = {
  key: 'kitchen',
  tenantId,
  name: 'Kitchen',
  eventTypes: ['task.created'],
  language: 'en',
  schedule: { kind: 'daily', time: '09:00' },
  timeZone: 'Europe/Paris',
  destination: {
    url: 'https://contoso.webhook.office.com/webhookb2/g@t/IncomingWebhook/0123456789abcdef0123456789abcdef/u',
  },
};

export const applied = {
  dryRun: true,
  items: [
    {
      key: 'kitchen',
      name: 'Kitchen',
      id,
      outcome: 'changed',
      changes: [{ field: 'schedule', before: { kind: 'immediately' }, after: code.schedule }],
    },
  ],
};

export const eraseRequest = {
  user: '22222222-aaaa-4bbb-8ccc-000000000001',
  confirm: '22222222-aaaa-4bbb-8ccc-000000000001',
  reference: 'request 7',
};

export const erased = {
  erased: true,
  counts: {
    configurations: 0,
    deliveries: 0,
    attempts: 0,
    events: 0,
    changes: 0,
    cardActions: 0,
    connections: 0,
    keys: 0,
    anonymised: 12,
  },
};
