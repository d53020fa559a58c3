import type { LightMyRequestResponse } from 'fastify';
import { actionKey } from '../../../server/card-actions/action-key.ts';
import type { Event } from '../../../server/events/event.ts';
import { ACTIONS_APP } from '../../../server/identity/entra.ts';
import type { LocalPerson } from '../../../server/identity/local-issuer.ts';
import { startTestApp, type TestApp } from '../../app.ts';
import { addConfiguration } from '../../configuration-row.ts';
import { event } from '../../events.ts';
import { ACTION_SECRET } from './action-secret.ts';

/** What a button posts. */
interface Button {
  configuration: string;
  event: string;
  action: string;
  key: string;
}

/** An app whose cards have buttons. */
export interface ActionsApp extends TestApp {
  /** Presses a button as somebody, by way of Microsoft; `claims` is what differs in the token. */
  press(
    button: object,
    person: LocalPerson,
    claims?: Record<string, unknown>,
  ): Promise<LightMyRequestResponse>;
  /** A channel that got an event with the buttons "Approve" and "Reject", and what the first of them posts. */
  newCard(options?: {
    event?: Partial<Event>;
    channel?: Parameters<typeof addConfiguration>[1];
  }): Promise<Button>;
}

export async function startActionsApp(env: NodeJS.ProcessEnv = {}): Promise<ActionsApp> {
  const test = await startTestApp({ ACTION_URL: 'https://tasks.example/actions', ACTION_SECRET, ...env });
  return {
    ...test,
    async press(button, person, claims = {}) {
      const token = await test.issuer.sign(person, { azp: ACTIONS_APP, scp: 'Cards.Press', ...claims });
      return test.app.inject({
        method: 'POST',
        url: '/api/card-actions',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        payload: JSON.stringify(button),
      });
    },
    async newCard({ event: change = {}, channel = {} } = {}) {
      const { id } = await addConfiguration(test.storage.prisma, {
        destinationKind: 'connector',
        ...channel,
      });
      const sent = event({ data: ORDER, ...change });
      await test.send([sent]);
      const stored = await test.storage.prisma.event.findFirstOrThrow({ where: { sourceId: sent.id } });
      const number = String(stored.id);
      return { configuration: id, event: number, action: 'approve', key: actionKey(test.vault, id, number) };
    },
  };
}

const ORDER = {
  title: 'Order the cake',
  url: 'https://tasks.example/7',
  assignee: 'Bo',
  actions: [
    { id: 'approve', title: 'Approve' },
    { id: 'reject', title: 'Reject', done: 'The order was rejected.' },
  ],
};
