const time = '2026-11-21T10:00:00.000Z';
const identity = { source: 'https://tasks.example', id: '42', type: 'task.created' };

export const delivery = {
  id: '1025',
  event: { number: '42', ...identity, title: 'Order the cake', time },
  state: 'sent',
  reason: 'now',
  verdict: 'accepted',
  tries: 1,
  dueAt: time,
  settledAt: '2026-11-21T10:00:00.250Z',
};

export const page = { items: [delivery], waiting: 0, next: '1024' };

export const cameEvents = { items: [{ ...identity, title: 'Order the cake', time, state: 'sent' }] };

export const explanation = {
  delivery: { id: '1025', state: 'sent' },
  steps: [{ code: 'accepted', at: time, facts: {}, text: 'The event was accepted.' }],
};

export const eventDetail = {
  number: '42',
  ...identity,
  typeTitle: 'Task created',
  title: 'Order the cake',
  time,
  acceptedAt: time,
  data: { title: 'Order the cake', assignee: 'zoe@example.com' },
  explanation,
};
