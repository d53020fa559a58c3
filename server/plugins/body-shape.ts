import fastifyPlugin from 'fastify-plugin';
import { ProblemError } from '../problem.ts';

/** The largest body of ours, a configuration with all it may hold, has some 2,400 values. */
const MOST_VALUES = 3_000;
const DEEPEST = 32;

/**
 * Refuses bodies that hold far more values than any call takes, or nest deeper, before they are compared with a
 * schema: that finds every fault there is, and `[{},{},{},…` in 64 KiB has hundreds of thousands. Routes that take
 * larger bodies than `upTo` bytes have limits of their own. Fails closed.
 */
export const bodyShape = fastifyPlugin<{ upTo: number }>(
  async (app, { upTo }) => {
    app.addHook('preValidation', (request, _reply, done) => {
      const isOurs = request.routeOptions.bodyLimit <= upTo;
      done(isOurs && isSprawling(request.body) ? refused() : undefined);
    });
  },
  { name: 'body-shape' },
);

/** Whether parsed JSON passes the limits. Neither recursive nor longer than the limit lasts. */
function isSprawling(body: unknown): boolean {
  let values = 0;
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length;
    if (values > MOST_VALUES || depth > DEEPEST) return true;
    level = membersOf(level, MOST_VALUES - values);
  }
  return false;
}

/** All that the values hold, or one more than the most. */
function membersOf(values: readonly unknown[], most: number): unknown[] {
  const members: unknown[] = [];
  for (const value of values) {
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) continue;
    for (const member of Object.values(value)) {
      members.push(member);
      if (members.length > most) return members;
    }
  }
  return members;
}

function refused(): ProblemError {
  return new ProblemError(
    'invalid-request',
    'The body holds more values, or nests deeper, than any call takes.',
  );
}
