import type { FastifyInstance } from 'fastify';
import { ACTIONS_APP } from '../identity/entra.ts';
import { ProblemError } from '../problem.ts';
import { type Fields, isFields, readFields } from './message.ts';
import type { PressResult } from './schema.ts';

/** An `HttpPOST` of a MessageCard, as far as it is needed. */
export interface PostBackButton {
  target: string;
  body: string;
  contentType: string;
}

/** What came of it: also the card that takes the place of the one with the button, when the answer holds one. */
export interface Pressed extends PressResult {
  card?: Fields;
}

/** Of the token that Microsoft's service shows for the person who pressed. */
export const PRESS_CLAIMS = { azp: ACTIONS_APP, scp: 'Cards.Press' };

/** The button at this place of a MessageCard; nothing when there is none that posts back. */
export function buttonAt(card: unknown, place: number): PostBackButton | undefined {
  const actions = isFields(card) && Array.isArray(card.potentialAction) ? card.potentialAction : [];
  const action: unknown = actions[place];
  if (!isFields(action) || action['@type'] !== 'HttpPOST') return undefined;
  const { target, body = '', bodyContentType = 'application/json' } = action;
  if (typeof target !== 'string' || typeof body !== 'string') return undefined;
  return { target, body, contentType: String(bodyContentType) };
}

/**
 * Posts back as Microsoft's service does, with a token of the person who pressed. It reaches this server alone:
 * whoever can post a card could otherwise make it post anywhere.
 */
export async function pressButton(
  app: FastifyInstance,
  publicUrl: string,
  button: PostBackButton,
  token: string,
): Promise<Pressed> {
  const target = URL.parse(button.target);
  if (target?.origin !== publicUrl) {
    throw new ProblemError('invalid-request', `The sandbox posts back to ${publicUrl} and nowhere else.`);
  }
  const answer = await app.inject({
    method: 'POST',
    url: target.pathname + target.search,
    headers: { authorization: `Bearer ${token}`, 'content-type': button.contentType },
    payload: button.body,
  });
  const worked = answer.statusCode >= 200 && answer.statusCode < 300;
  const card = answer.headers['card-update-in-body'] === 'true' ? readFields(answer.body) : undefined;
  return {
    worked,
    status: String(answer.headers['card-action-status'] ?? `HTTP ${answer.statusCode}`),
    ...(worked && card && { card }),
  };
}
