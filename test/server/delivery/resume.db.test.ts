import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resumeConfiguration } from '../../../server/delivery/resume.ts';
import { type Channels, openChannels } from './channels.ts';

let channels: Channels;
beforeAll(async () => {
  channels = await openChannels();
});
afterAll(() => channels.close());

/** A paused configuration with one delivery that was sent and two that wait. */
async function paused() {
  const id = await channels.add({
    state: 'paused',
    stateReason: 'holidays',
    pausedAt: new Date(),
    pausedUntil: new Date(),
  });
  await channels.wait(id, 1, { state: 'sent', reason: 'posted' });
  return { id, ids: await channels.wait(id, 2) };
}
const states = async (id: string) =>
  (await channels.deliveries(id)).map(({ state, reason }) => [state, reason]);
const UNTOUCHED = [
  ['sent', 'posted'],
  ['waiting', 'now'],
  ['waiting', 'now'],
];

describe('resuming', () => {
  it.each(['catch_up', 'replay', 'drop'] as const)(
    'makes the configuration active and forgets the pause: %s',
    async (mode) => {
      const { id } = await paused();
      const before = await channels.configuration(id);
      await resumeConfiguration(channels.pool, id, mode);
      expect(await channels.configuration(id)).toMatchObject({
        state: 'active',
        stateReason: null,
        pausedAt: null,
        pausedUntil: null,
        version: before.version + 1,
      });
    },
  );

  it('to catch up marks what waited, and changes no delivery', async () => {
    const { id, ids } = await paused();
    await resumeConfiguration(channels.pool, id, 'catch_up');
    expect((await channels.configuration(id)).catchUpTo).toBe(ids.at(-1));
    expect(await states(id)).toEqual(UNTOUCHED);
  });

  it('to catch up with a single event, or none, marks nothing: urgent ones are never summed up', async () => {
    const id = await channels.add({ state: 'paused' });
    await channels.wait(id, 1);
    await channels.wait(id, 2, { urgent: true });
    await resumeConfiguration(channels.pool, id, 'catch_up');
    expect(await channels.configuration(id)).toMatchObject({ state: 'active', catchUpTo: null });
  });

  it('to replay leaves everything to be posted in order', async () => {
    const { id } = await paused();
    await resumeConfiguration(channels.pool, id, 'replay');
    expect((await channels.configuration(id)).catchUpTo).toBeNull();
    expect(await states(id)).toEqual(UNTOUCHED);
  });

  it('to drop drops what waited, says why, and nothing else', async () => {
    const [{ id }, other] = [await paused(), await paused()];
    await resumeConfiguration(channels.pool, id, 'drop');
    expect(await states(id)).toEqual([
      ['sent', 'posted'],
      ['dropped', 'dropped-on-resume'],
      ['dropped', 'dropped-on-resume'],
    ]);
    expect((await channels.deliveries(id)).at(-1)?.settledAt).toBeInstanceOf(Date);
    expect(await states(other.id)).toEqual(UNTOUCHED);
  });

  it.each(['active', 'broken', 'removed'] as const)('changes nothing that is %s', async (state) => {
    const id = await channels.add({ state });
    await channels.wait(id, 1);
    const before = await channels.configuration(id);
    await resumeConfiguration(channels.pool, id, 'drop');
    expect(await channels.configuration(id)).toEqual(before);
    expect(await states(id)).toEqual([['waiting', 'now']]);
  });
});
