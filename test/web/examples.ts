import type { Configuration, ConnectorOffer, DeliveryEntry } from '../../server/configurations/schema.ts';

export const CONFIGURATION_ID = 'bG9va2luZ19mb3JfY2FyZA';
/** A Workflow's address, as Teams shows it. */
export const WORKFLOW_URL =
  'https://default1.0a.environment.api.powerplatform.com/powerautomate/automations/direct/workflows/0123/triggers/manual/paths/invoke?api-version=1&sp=x&sv=1.0&sig=abcdefghijklmnopqrstuvw';
/** The webhook that a connector's dialog gives. */
export const CONNECTOR_URL = 'https://contoso.webhook.office.com/webhookb2/1@2/Cardwire/3/4';

/** What the connector offers, in one language: nothing of it is the same in the other. */
export function exampleOffer(language: string): ConnectorOffer {
  const french = language === 'fr';
  return {
    name: french ? 'Tâches' : 'Tasks',
    description: french ? 'Ce qui se passe dans vos projets.' : 'What happens in your projects.',
    eventGroups: [
      {
        id: 'tasks',
        title: french ? 'Travail' : 'Work',
        eventTypes: [
          {
            type: 'task.created',
            title: french ? 'Tâche créée' : 'Task created',
            description: french ? 'Quelqu’un a créé une tâche.' : 'Somebody created a task.',
            suggested: true,
            filterFields: [],
          },
          {
            type: 'task.updated',
            title: french ? 'Tâche modifiée' : 'Task updated',
            description: french ? 'Quelqu’un a modifié une tâche.' : 'Somebody changed a task.',
            suggested: false,
            filterFields: [],
          },
        ],
      },
    ],
    filterFields: [],
    limits: { nameLength: 80, urlLength: 2_048, keptDays: 30, conditions: 20, valueLength: 200, values: 50 },
    sandbox: true,
  };
}

/** A configuration that somebody stored earlier. */
export function exampleConfiguration(part: Partial<Configuration> = {}): Configuration {
  return {
    id: CONFIGURATION_ID,
    version: 3,
    state: 'active',
    name: 'Release news',
    eventTypes: ['task.updated'],
    language: 'en',
    schedule: { kind: 'immediately' },
    timeZone: 'UTC',
    host: { kind: 'connector', teamName: 'Contoso', channelName: 'General' },
    createdByName: 'Adele Vance',
    updatedByName: 'Alex Wilber',
    createdAt: '2026-11-02T09:30:00.000Z',
    updatedAt: '2026-11-03T09:30:00.000Z',
    ...part,
  };
}

/** An event that was posted. */
export function exampleDelivery(part: Partial<DeliveryEntry> = {}): DeliveryEntry {
  return {
    id: '1',
    event: {
      number: '7',
      source: '/tasks',
      id: 'e1',
      type: 'task.created',
      title: 'Buy milk',
      time: '2026-11-04T08:00:00.000Z',
    },
    state: 'sent',
    reason: 'Teams posted it.',
    verdict: 'posted',
    tries: 1,
    dueAt: '2026-11-04T08:00:01.000Z',
    ...part,
  };
}
