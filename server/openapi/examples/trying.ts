import { filter, quietHours, schedule } from './configurations.ts';

export const nextPostRequest = { schedule, quietHours, timeZone: 'Europe/Paris' };

export const activity = { days: 7, events: { 'task.created': 212 }, most: 10_000 };

export const suggestions = { values: [{ value: 'zoe@example.com', events: 14 }] };

export const backtestRequest = { eventTypes: ['task.created'], filter, language: 'en' };

export const backtest = {
  days: 7,
  came: 212,
  atLeast: false,
  tried: 212,
  passed: 14,
  samples: [{ event: '42', type: 'task.created', title: 'Order the cake', time: '2026-11-21T10:00:00.000Z' }],
};

export const previewRequest = { eventType: 'task.created', kind: 'workflow', language: 'en' };

export const preview = {
  kind: 'workflow',
  payload: { type: 'message', attachments: [] },
  bytes: 35,
  sample: true,
  title: 'Order the cake',
};
