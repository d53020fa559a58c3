import type { EventDetail } from '../../server/configurations/event-schema.ts';
import { CONFIGURATION_ID, WORKFLOW_URL } from '../web/examples.ts';
import type { FakeServer } from '../web/fake-server.ts';
import type { Language, State } from './state.ts';

const CONTENT = { frame: 'content' } as const;
const EVENT = `/event?id=${CONFIGURATION_ID}&event=7`;

function storeEvent(server: FakeServer, language: Language): void {
  server.store({}, WORKFLOW_URL);
  server.events.set('7', exampleEvent(language));
}

function exampleEvent(language: Language): EventDetail {
  const french = language === 'fr';
  const step = (code: EventDetail['explanation']['steps'][number]['code'], facts = {}) => ({
    code,
    at: '2026-11-21T09:30:01.000Z',
    facts,
    text: '',
  });
  return {
    number: '7',
    source: 'https://tasks.example/lighthouse',
    id: '214-7',
    type: 'task.created',
    typeTitle: french ? 'Tâche créée' : 'Task created',
    title: french ? 'Commander le gâteau' : 'Order a cake',
    time: '2026-11-21T09:30:00.000Z',
    acceptedAt: '2026-11-21T09:30:01.000Z',
    data: {
      url: 'https://tasks.example/214',
      done: false,
      due: null,
      labels: ['urgent', { deep: { x: [1] } }],
    },
    explanation: {
      delivery: { id: '1', state: 'sent' },
      steps: [
        step('event-accepted'),
        step('chosen'),
        step('attempt', { verdict: 'try_again', words: '429', status: 429, carried: 1 }),
        step('posted'),
      ],
    },
  };
}

/** Everything that the pages of an event, of a tab's removal and of the sign-in can look like. */
export const OTHER_STATES: readonly State[] = [
  {
    name: 'event, whole',
    address: EVENT,
    host: CONTENT,
    prepare: storeEvent,
    seen: (_, language) => exampleEvent(language).title,
  },
  {
    name: 'event, not known',
    address: EVENT,
    host: CONTENT,
    prepare: (server) => void server.store({}, WORKFLOW_URL),
    seen: (_, language) => (language === 'fr' ? /Impossible d’afficher/ : /cannot be shown/),
  },
  {
    name: 'event, server out of reach',
    address: EVENT,
    host: CONTENT,
    prepare: (server) => server.trouble('GET /api/configurations/{id}/events/{number}', 'unreachable'),
    seen: ({ common }) => common.tryAgain,
  },
  {
    name: 'remove, asks',
    address: `/remove?id=${CONFIGURATION_ID}`,
    host: { frame: 'remove' },
    prepare: (server) => void server.store({}, WORKFLOW_URL),
    seen: ({ removal }) => removal.body,
  },
  {
    name: 'remove, nothing to remove',
    address: `/remove?id=${CONFIGURATION_ID}`,
    host: { frame: 'remove' },
    seen: ({ remove }) => remove.nothing,
  },
  {
    name: 'remove, could not be read',
    address: `/remove?id=${CONFIGURATION_ID}`,
    host: { frame: 'remove' },
    prepare: (server) => server.trouble('GET /api/configurations/{id}', 'unreachable'),
    seen: ({ remove }) => remove.unread,
  },
  {
    name: 'remove, removing',
    passing: true,
    address: `/remove?id=${CONFIGURATION_ID}`,
    host: { frame: 'remove' },
    prepare(server) {
      server.store({}, WORKFLOW_URL);
      server.trouble('DELETE /api/configurations/{id}', 'silent');
    },
    async act({ frame, host, words }) {
      await frame.getByText(words.removal.body).waitFor();
      await host.pressRemove();
    },
    seen: ({ remove }) => remove.removing,
  },
  {
    name: 'remove, removed',
    address: `/remove?id=${CONFIGURATION_ID}`,
    host: { frame: 'remove' },
    prepare: (server) => void server.store({}, WORKFLOW_URL),
    async act({ frame, host, words }) {
      await frame.getByText(words.removal.body).waitFor();
      await host.pressRemove();
    },
    seen: ({ remove }) => remove.removed,
  },
  {
    name: 'remove, server could not be told',
    address: `/remove?id=${CONFIGURATION_ID}`,
    host: { frame: 'remove' },
    prepare(server) {
      server.store({}, WORKFLOW_URL);
      server.trouble('DELETE /api/configurations/{id}', 'unreachable', { times: 9 });
    },
    async act({ frame, host, words }) {
      await frame.getByText(words.removal.body).waitFor();
      await host.pressRemove();
    },
    seen: ({ remove }) => remove.failed,
  },
  {
    name: 'signin, opened by nobody',
    address: '/signin',
    seen: (_, language) => (language === 'fr' ? 'Connexion' : 'Sign in'),
  },
];
