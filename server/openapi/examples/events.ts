export const shortEvent = {
  type: 'task.created',
  title: 'Order the cake',
  text: 'For **Friday**, please.',
  url: 'https://tasks.example/42',
  id: '42',
};

export const cloudEvent = {
  specversion: '1.0',
  id: '42',
  source: 'https://tasks.example',
  type: 'task.created',
  time: '2026-11-21T10:00:00Z',
  data: { title: 'Order the cake', assignee: 'zoe@example.com', url: 'https://tasks.example/42' },
};

export const receipts = {
  events: [{ source: 'https://tasks.example', id: '42', duplicate: false, channels: 3 }],
};

export const sourceAnswer = {
  events: [
    {
      source: 'https://github.com/example/kitchen',
      id: '7a8b9c00-0000-11ef-8000-000000000000',
      duplicate: false,
      channels: 1,
    },
  ],
};

export const cardAction = {
  configuration: 'Zk3uQ9xW1c8RtY5nB7vLpA',
  event: '42',
  action: 'done',
  key: 'J5n2Xk9Qw8Zr7Tb6Yv5Uc4Mx3Nl2Kj1Hg0Fd9Sa8Po7',
};
