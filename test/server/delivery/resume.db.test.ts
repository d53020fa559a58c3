import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endPause, resumeConfiguration } from '../../../server/delivery/resume.ts';
import { ZOE } from '../../people.ts';
import { type Channels, openChannels } from './channels.ts';

let channels: Channels;
beforeAll(async () => {
  channels = await openChannels();
});
afterAll(() => channels.close());

/** A paused configuration with one delivery that was sent and two that wait. */
async function paused(change: Parameters<Channels['add']>[0] = {}) {
  const id = await channels.add({
    state: 'paused',
    stateReason: 'holidays',
    pausedAt: new Date(),
    pausedUntil: new Date(),
    ...change,
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
      await resumeConfiguration(channels.pool, id, mode, ZOE);
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
    await resumeConfiguration(channels.pool, id, 'catch_up', ZOE);
    expect((await channels.configuration(id)).catchUpTo).toBe(ids.at(-1));
    expect(await states(id)).toEqual(UNTOUCHED);
  });

  it('to catch up with a single event, or none, marks nothing: urgent ones are never summed up', async () => {
    const id = await channels.add({ state: 'paused' });
    await channels.wait(id, 1);
    await channels.wait(id, 2, { urgent: true });
    await resumeConfiguration(channels.pool, id, 'catch_up', ZOE);
    expect(await channels.configuration(id)).toMatchObject({ state: 'active', catchUpTo: null });
  });

  it('to replay leaves everything to be posted in order', async () => {
    const { id } = await paused();
    await resumeConfiguration(channels.pool, id, 'replay', ZOE);
    expect((await channels.configuration(id)).catchUpTo).toBeNull();
    expect(await states(id)).toEqual(UNTOUCHED);
  });

  it('to drop drops what waited, says why, and nothing else', async () => {
    const [{ id }, other] = [await paused(), await paused()];
    await resumeConfiguration(channels.pool, id, 'drop', ZOE);
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
    await resumeConfiguration(channels.pool, id, 'drop', ZOE);
    expect(await channels.configuration(id)).toEqual(before);
    expect(await states(id)).toEqual([['waiting', 'now']]);
  });
});

describe('a pause whose time is over', () => {
  it.each([
    ['catch_up', 2, UNTOUCHED],
    ['replay', undefined, UNTOUCHED],
    ['drop', undefined, [['sent', 'posted'], ...Array(2).fill(['dropped', 'dropped-on-resume'])]],
  ] as const)('ends as its people chose: %s', async (onResume, last, expected) => {
    const { id, ids } = await paused({ onResume });
    const { updatedByName } = await channels.configuration(id);
    await endPause(channels.pool, id);
    expect(await channels.configuration(id)).toMatchObject({
      state: 'active',
      pausedUntil: null,
      catchUpTo: last === undefined ? null : ids[last - 1],
      updatedByName,
    });
    expect(await states(id)).toEqual(expected);
  });

  it.each([
    ['made longer', new Date(Date.now() + 3_600_000)],
    ['made endless', null],
  ])('goes on when it was %s meanwhile', async (_what, pausedUntil) => {
    const { id } = await paused({ pausedUntil });
    const before = await channels.configuration(id);
    await endPause(channels.pool, id);
    expect(await channels.configuration(id)).toEqual(before);
  });
});
