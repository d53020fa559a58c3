import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { postableAt } from '../delivery/schedule.ts';
import type { SignIn } from '../identity/sign-in.ts';
import { refuseUnknownTimeZone } from './refusals.ts';
import { NextPost, NextPostRequest } from './schedule-schema.ts';

export interface ScheduleRoutesOptions {
  signIn: SignIn;
  now(): Date;
}

/** The next time of a schedule, by the very function that delivery follows: pages have no clocks of their own. */
export const scheduleRoutes: FastifyPluginAsyncTypebox<ScheduleRoutesOptions> = async (app, options) => {
  app.addHook('onRequest', options.signIn.hook);
  app.post(
    '/api/schedule/next',
    {
      schema: {
        summary: 'When a schedule would post next',
        problems: [],
        body: NextPostRequest,
        response: { 200: NextPost },
      },
    },
    async ({ body: { schedule, quietHours, timeZone } }) => {
      refuseUnknownTimeZone(timeZone);
      const timing = { schedule, timeZone, ...(quietHours && { quietHours }) };
      return { at: postableAt(timing, options.now()).toISOString() };
    },
  );
};
