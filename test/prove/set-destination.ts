import { setTimeout as delay } from 'node:timers/promises';
import { request } from 'undici';

export interface NewDestination {
  configurationId: string;
  url: string;
  /** A sign-in token of somebody in the configuration's tenant. */
  token: string;
}

/** People press Save again when the server cannot answer right now. */
const TRIES = 5;
const REST_MS = 1_000;

/** Points a configuration to another webhook, as the page does. Throws when the node does not take it. */
export async function setDestination(
  origin: string,
  { configurationId, url, token }: NewDestination,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const { statusCode, body } = await request(
      `${origin}/api/configurations/${configurationId}/destination`,
      {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ url }),
      },
    );
    const answer = await body.text();
    if (statusCode === 200) return;
    if (statusCode < 500 || tries === TRIES) {
      throw new Error(`a new destination was refused: ${statusCode} ${answer}`);
    }
    await delay(REST_MS);
  }
}
