import { request } from 'undici';

export interface NewDestination {
  configurationId: string;
  url: string;
  /** A sign-in token of somebody in the configuration's tenant. */
  token: string;
}

/** Points a configuration to another webhook, as the page does. Throws when the node does not take it. */
export async function setDestination(
  origin: string,
  { configurationId, url, token }: NewDestination,
): Promise<void> {
  const { statusCode, body } = await request(`${origin}/api/configurations/${configurationId}/destination`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ url }),
  });
  const answer = await body.text();
  if (statusCode !== 200) throw new Error(`a new destination was refused: ${statusCode} ${answer}`);
}
