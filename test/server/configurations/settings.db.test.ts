import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../app.ts';
import { newId } from '../../configuration-row.ts';
import { ZOE } from '../../people.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
beforeEach(async () => {
  await test.storage.pool.query('TRUNCATE configuration, event, delivery, attempt');
  test.woken.length = 0;
});
afterAll(() => test.close());

const timing = {
  schedule: { kind: 'weekly', days: [1, 5], time: '09:30' },
  quietHours: { from: '22:00', to: '07:00' },
  timeZone: 'Europe/Paris',
};

const create = (settings: object) =>
  test.as(ZOE, 'POST', '/api/configurations', {
    creationKey: newId(),
    name: 'Tasks',
    eventTypes: ['task.created'],
    language: 'en',
    host: { kind: 'tab' },
    ...settings,
  });
const change = (id: string, settings: object) =>
  test.as(ZOE, 'PATCH', `/api/configurations/${id}`, { version: 1, ...settings });

describe('when a channel wants to be told', () => {
  it('is stored with the configuration and read back', async () => {
    const created = await create(timing);
    expect(created.json()).toMatchObject(timing);
    expect((await test.as(ZOE, 'GET', `/api/configurations/${created.json().id}`)).json()).toMatchObject(
      timing,
    );
  });

  it('is at once, in UTC, when nobody chose', async () => {
    const answer = (await create({})).json();
    expect(answer).toMatchObject({ schedule: { kind: 'immediately' }, timeZone: 'UTC' });
    expect(answer).not.toHaveProperty('quietHours');
  });

  it('can be changed, and the delivery room is told', async () => {
    const { id } = (await create(timing)).json();
    const answer = await change(id, { schedule: { kind: 'hourly' } });
    expect(answer.json()).toMatchObject({ ...timing, schedule: { kind: 'hourly' } });
    expect(test.woken).toEqual([id]);
  });

  it('can be changed by a save that is sent again, and the delivery room is told', async () => {
    const creationKey = newId();
    const { id } = (await create({ ...timing, creationKey })).json();
    expect(test.woken).toEqual([]);
    expect((await create({ creationKey, schedule: { kind: 'hourly' } })).json()).toMatchObject({
      ...timing,
      id,
      schedule: { kind: 'hourly' },
    });
    expect(test.woken).toEqual([id]);
  });

  it('has no quiet hours any more when they are set to null', async () => {
    const { id } = (await create(timing)).json();
    expect((await change(id, { quietHours: null })).json()).not.toHaveProperty('quietHours');
  });

  it.each([
    [{ timeZone: 'Europe/Atlantis' }, '/timeZone'],
    [{ timeZone: '+02:00' }, '/timeZone'],
    [{ quietHours: { from: '25:00', to: '07:00' } }, '/quietHours/from'],
  ])('%j is refused with the field that is wrong', async (settings, pointer) => {
    for (const answer of [await create(settings), await change((await create({})).json().id, settings)]) {
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-request']);
      expect(answer.json().errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
    }
  });

  it.each([
    { kind: 'weekly', days: [], time: '09:00' },
    { kind: 'weekly', days: [8], time: '09:00' },
    { kind: 'daily' },
    { kind: 'sometimes' },
  ])('%j is no schedule', async (schedule) => {
    expect((await create({ schedule })).json().code).toBe('invalid-request');
  });
});
