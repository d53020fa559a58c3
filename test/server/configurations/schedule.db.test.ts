import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../app.ts';
import { ZOE } from '../../people.ts';
import { expectProblem } from '../../problem.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const ask = (body: object) => test.as(ZOE, 'POST', '/api/schedule/next', body);
const daily = { kind: 'daily', time: '09:00' };

describe('the next time of a schedule', () => {
  // Saturday, 2026-11-21, 10:00 UTC.
  it.each([
    ['now', { schedule: { kind: 'immediately' }, timeZone: 'UTC' }, '2026-11-21T10:00:00.000Z'],
    ['the next full hour', { schedule: { kind: 'hourly' }, timeZone: 'UTC' }, '2026-11-21T11:00:00.000Z'],
    [
      'a full hour of the channel',
      { schedule: { kind: 'hourly' }, timeZone: 'Asia/Kolkata' },
      '2026-11-21T10:30:00.000Z',
    ],
    ['later today', { schedule: daily, timeZone: 'America/New_York' }, '2026-11-21T14:00:00.000Z'],
    ['tomorrow', { schedule: daily, timeZone: 'Europe/Paris' }, '2026-11-22T08:00:00.000Z'],
    [
      'on the day of the week',
      { schedule: { kind: 'weekly', days: [3], time: '07:30' }, timeZone: 'UTC' },
      '2026-11-25T07:30:00.000Z',
    ],
    [
      'at the end of the quiet hours',
      {
        schedule: { kind: 'immediately' },
        quietHours: { from: '09:00', to: '18:00' },
        timeZone: 'Europe/Paris',
      },
      '2026-11-21T17:00:00.000Z',
    ],
  ])('is %s', async (_when, body, at) => {
    expect((await ask(body)).json()).toEqual({ at });
  });

  it('is an hour earlier by our clocks when the channel’s go forward', async () => {
    test.clock.now = new Date('2026-03-28T10:00:00Z');
    expect((await ask({ schedule: daily, timeZone: 'Europe/Paris' })).json().at).toBe(
      '2026-03-29T07:00:00.000Z',
    );
  });

  it.each([
    { schedule: daily, timeZone: 'Europe/Atlantis' },
    { schedule: { kind: 'daily', time: '24:00' }, timeZone: 'UTC' },
    { schedule: { kind: 'weekly', days: [], time: '09:00' }, timeZone: 'UTC' },
  ])('is refused for %j', async (body) => {
    expectProblem(await ask(body), 400, 'invalid-request');
  });

  it('is told to people who signed in', async () => {
    const answer = await test.app.inject({ method: 'POST', url: '/api/schedule/next', payload: {} });
    expectProblem(answer, 401, 'not-signed-in');
  });
});
