import type { Configuration } from '../../../server/configurations/schema.ts';
import type { ConnectionView, ConnectSessionView, Proof } from '../../../server/connect/schema.ts';
import { PROBLEMS } from '../../../server/problem.ts';
import { exampleConfiguration, exampleOffer } from '../examples.ts';
import { fail, json, Problem, type Trouble } from '../fake-answers.ts';

/** A connection of a group, as the server shows it. */
export function exampleConnection(part: Partial<Configuration> = {}): ConnectionView {
  const host = { kind: 'browser' as const, teamName: 'Bakery' };
  return { place: 'group', configuration: exampleConfiguration({ name: 'Oven', host, ...part }) };
}

/** The server's calls below `/connect`, for a browser that has a session. */
export interface FakeConnect {
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
  session: ConnectSessionView;
  /** What the next first card comes to. */
  proof: Proof;
  /** Every call with its body, in order. */
  calls: { call: string; body: unknown; credentials: RequestInit['credentials'] }[];
  /** Makes the next call of this name fail. */
  failNext(call: string, trouble: Trouble): void;
}

export function createFakeConnect(): FakeConnect {
  const troubles = new Map<string, Trouble>();
  const fake: FakeConnect = {
    session: { pending: [], connections: [] },
    proof: { connection: exampleConnection() },
    calls: [],
    failNext: (call, trouble) => void troubles.set(call, trouble),
    async fetch(input, init = {}) {
      const { pathname, searchParams } = new URL(String(input), 'http://localhost');
      const call = `${init.method} ${pathname.replace(/configurations\/[^/]+/, 'configurations/{id}')}`;
      const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
      fake.calls.push({ call, body, credentials: init.credentials });
      const trouble = troubles.get(call);
      troubles.delete(call);
      if (trouble !== undefined) return fail(trouble, init.signal);
      const configuration = fake.session.connections[0]?.configuration ?? exampleConfiguration();
      switch (call) {
        case 'GET /api/connector':
          return json(exampleOffer(searchParams.get('language') ?? ''));
        case 'GET /connect/api/session':
          return json(fake.session);
        case 'POST /connect/api/start':
          return json({ location: 'https://outlook.office.com/connectors/Connect?state=s' });
        case 'POST /connect/api/pending/p/prove':
          return json(fake.proof);
        case 'GET /connect/api/configurations/{id}':
          return json(configuration);
        case 'PATCH /connect/api/configurations/{id}':
          return json({ ...configuration, ...(body as object), version: configuration.version + 1 });
        case 'POST /connect/api/configurations/{id}/pause':
          return json({ ...configuration, state: 'paused' });
        case 'POST /connect/api/configurations/{id}/resume':
        case 'POST /connect/api/configurations/{id}/restore':
          return json({ ...configuration, state: 'active' });
        case 'POST /connect/api/configurations/{id}/test':
          return json({ verdict: 'try_again', status: 503, words: 'Busy', destination: {} });
        case 'DELETE /connect/api/configurations/{id}':
          return new Response(null, { status: 204 });
        default:
          return new Problem('not-found', PROBLEMS['not-found'].title).answer();
      }
    },
  };
  return fake;
}
