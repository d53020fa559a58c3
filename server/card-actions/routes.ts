import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyError } from 'fastify';
import type { SignIn } from '../identity/sign-in.ts';
import { answerError } from '../plugins/problems.ts';
import { ProblemError } from '../problem.ts';
import { type PressContext, press } from './press.ts';
import { CardActionRequest } from './schema.ts';
import { statusHeader } from './status-header.ts';

export interface CardActionRoutesOptions {
  context: PressContext;
  /** Takes the tokens that Microsoft sends along for the person who pressed. */
  signIn: SignIn;
  /** Whether there is somebody to forward to; if not, cards have no such buttons. */
  on: boolean;
  /** Hears of every press that was taken. Not waited for. */
  onPressed(result: 'taken' | 'repeated'): void;
}

const STATUS = 'card-action-status';

/** What somebody in the channel is told when it does not work; nothing yet says in which language. */
const REFUSALS: Partial<Record<ProblemError['code'], string>> = {
  'action-refused': 'This button does not work any more.',
  'configuration-not-found': 'This button does not work any more.',
  'configuration-removed': 'This channel gets no cards any more.',
  'event-not-found': 'This card is too old to be answered.',
  'tenant-not-allowed': 'Your organisation may not use this connector.',
};
const FAILURE = 'That did not work. Try again in a minute.';

/**
 * `POST /api/card-actions`: Microsoft posts here when somebody presses a button of a MessageCard. Answers, without
 * waiting for the operator's system, with a line for that person and with the card as it is from now on.
 */
export const cardActionRoutes: FastifyPluginAsyncTypebox<CardActionRoutesOptions> = async (app, options) => {
  const { context, signIn, on, onPressed } = options;
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const words = error instanceof ProblemError ? REFUSALS[error.code] : undefined;
    reply.header(STATUS, words ?? FAILURE);
    return answerError(error, request, reply);
  });
  app.addHook('onRequest', async (request, reply) => {
    if (!on) throw new ProblemError('actions-off', 'Set ACTION_URL and ACTION_SECRET.');
    await signIn.hook.call(app, request, reply);
  });

  app.post(
    '/api/card-actions',
    {
      schema: {
        summary: 'Take a pressed button of a card',
        problems: [
          'action-refused',
          'actions-off',
          'configuration-not-found',
          'configuration-removed',
          'event-not-found',
        ],
        body: CardActionRequest,
      },
    },
    async (request, reply) => {
      const { status, card, repeated } = await press(context, signIn.userOf(request), request.body);
      onPressed(repeated ? 'repeated' : 'taken');
      return reply
        .header(STATUS, statusHeader(status))
        .header('card-update-in-body', 'true')
        .type('application/json; charset=utf-8')
        .send(card);
    },
  );
};
