/** Examples are checked against their schemas by a test. */
export const problem = {
  type: 'urn:cardwire:problem:unknown-event-type',
  title: 'The connector does not offer this event type',
  status: 400,
  code: 'unknown-event-type',
  detail: 'No channel can choose "task.creatd". GET /api/connector lists the types.',
  errors: [{ pointer: '/0/type', detail: 'is not offered by this connector.' }],
  requestId: 'req-1a',
};

export const connector = {
  name: 'Cardwire',
  description: 'What your systems tell, as cards.',
  eventGroups: [
    {
      id: 'tasks',
      title: 'Tasks',
      eventTypes: [
        {
          type: 'task.created',
          title: 'Task created',
          description: 'Somebody wrote a task down.',
          suggested: true,
          filterFields: ['assignee'],
        },
      ],
    },
  ],
  filterFields: [{ field: 'assignee', title: 'Assignee', kind: 'text', role: 'person' }],
  limits: { nameLength: 80, urlLength: 2_048, keptDays: 30, conditions: 20, valueLength: 200, values: 50 },
  sandbox: false,
};

export const signInOffer = {
  authorizeUrl: 'https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize',
  tokenUrl: 'https://login.microsoftonline.com/organizations/oauth2/v2.0/token',
  clientId: '11111111-2222-3333-4444-555555555555',
  scope: 'api://cardwire.example.com/11111111-2222-3333-4444-555555555555/access_as_user',
};

export const filter = {
  match: 'all',
  conditions: [{ field: 'assignee', operator: 'is', value: 'zoe@example.com' }],
};
export const schedule = { kind: 'weekly', days: [1, 3], time: '09:00' };
export const quietHours = { from: '18:00', to: '08:00' };

const destination = { kind: 'workflow', label: 'example.api.powerplatform.com …k3Qx' };

/** What somebody chose for a channel. */
const wishes = {
  name: 'Tasks',
  eventTypes: ['task.created'],
  language: 'en',
  filter,
  schedule,
  quietHours,
  timeZone: 'Europe/Paris',
};

export const configuration = {
  id: 'Zk3uQ9xW1c8RtY5nB7vLpA',
  version: 3,
  state: 'active',
  ...wishes,
  host: { kind: 'tab', teamName: 'Kitchen', channelName: 'General' },
  destination,
  createdByName: 'Zoe',
  updatedByName: 'Zoe',
  createdAt: '2026-11-20T09:12:00.000Z',
  updatedAt: '2026-11-21T10:00:00.000Z',
};

export const createConfiguration = {
  creationKey: 'b7vLpAZk3uQ9xW1c8RtY5n',
  ...wishes,
  host: { kind: 'tab', teamName: 'Kitchen', channelName: 'General' },
};

export const changeConfiguration = { version: 3, name: 'Tasks and orders', quietHours: null };

export const webhookUrl = {
  url: 'https://example.webhook.office.com/webhookb2/11111111-2222-3333-4444-555555555555@66666666-7777-8888-9999-000000000000/IncomingWebhook/0123456789abcdef0123456789abcdef/11111111-2222-3333-4444-555555555555',
};

export const recognition = { destination };

export const changes = {
  items: [{ at: '2026-11-21T10:00:00.000Z', byName: 'Zoe', kind: 'changed', settings: ['eventTypes'] }],
};

export const testResult = { verdict: 'accepted', status: 202, destination };
