import type { ConnectSessionView } from '../../server/connect/schema.ts';
import { createFakeConnect, exampleConnection, type FakeConnect } from '../web/connect/fake-connect.ts';
import type { State } from './state.ts';

const PENDING = { id: 'p', place: 'group', groupName: 'Bakery' } as const;

function holding(session: Partial<ConnectSessionView>): () => FakeConnect {
  return () => Object.assign(createFakeConnect(), { session: { pending: [], connections: [], ...session } });
}

function withoutConnect(): FakeConnect {
  const connect = createFakeConnect();
  connect.failNext('GET /connect/api/session', { code: 'connect-off' });
  return connect;
}

/** The way to Office 365 and back, in a browser without a host. */
export const CONNECT_STATES: readonly State[] = [
  {
    name: 'connect, begins',
    address: '/connect',
    connected: holding({}),
    seen: ({ connect }) => connect.landing.howTitle,
  },
  {
    name: 'connect, not set up here',
    address: '/connect',
    connected: withoutConnect,
    seen: ({ connect }) => connect.off.title,
  },
  {
    name: 'connected, a group',
    address: '/connect/done',
    connected: holding({ outcome: 'granted', pending: [PENDING] }),
    seen: ({ connect }) => new RegExp(connect.places.group('Bakery')),
  },
  {
    name: 'connected, changed',
    address: '/connect/done',
    connected: holding({ connections: [exampleConnection()] }),
    act: ({ frame, words }) => frame.getByRole('button', { name: words.connect.connection.edit }).click(),
    seen: ({ connect }) => connect.connection.name,
  },
  {
    name: 'connected, no longer takes cards',
    address: '/connect/done',
    connected: holding({ connections: [exampleConnection({ state: 'broken', stateReason: 'HTTP 404' })] }),
    seen: () => /HTTP 404/,
  },
  {
    name: 'connected, denied',
    address: '/connect/done',
    connected: holding({ outcome: 'denied' }),
    seen: ({ connect }) => connect.outcomes.denied.title,
  },
];
