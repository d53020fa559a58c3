import { Agent } from 'undici';
import { numberMark } from '../../prove/fake-teams/numbers.ts';
import { webhookUrl } from '../../prove/fake-teams/webhook-url.ts';

/** Posts cards to the fake Teams with undici and nothing around it. */
export interface BarePost {
  /** Posts the card of one event to one channel and reads the answer. */
  post(channel: number, number: number): Promise<void>;
  close(): Promise<void>;
}

/** As many as Cardwire opens to one host. */
const CONNECTIONS = 256;
/** With the number, as long as the card of a measurement's event. */
const FILLING = 'x'.repeat(1_000);

export function createBarePost(port: number): BarePost {
  const agent = new Agent({ connections: CONNECTIONS });
  const origin = `http://127.0.0.1:${port}`;
  return {
    async post(channel, number) {
      const { pathname, search } = new URL(webhookUrl({ kind: 'workflow', channel, generation: 0 }, 'floor'));
      const { body, statusCode } = await agent.request({
        origin,
        path: pathname + search,
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({ text: `${numberMark(number)} ${FILLING}` }),
      });
      await body.dump();
      if (statusCode !== 202) throw new Error(`the fake Teams answered ${statusCode}`);
    },
    close: () => agent.close(),
  };
}
