import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countBacklog, findWaiting } from '../../../server/delivery/backlog.ts';
import { SHARDS } from '../../../server/delivery/shards.ts';
import { newId } from '../../configuration-row.ts';
import { type Channels, openChannels } from './channels.ts';

let channels: Channels;
beforeAll(async () => {
  channels = await openChannels();
});
afterAll(() => channels.close());

const MINUTE_MS = 60_000;
const ahead = (ms: number) => new Date(Date.now() + ms);
const found = async (id: string) => (await findWaiting(channels.pool, SHARDS)).includes(id);

describe('the backlog', () => {
  it('counts what waits, urgent ones and other channels’ not', async () => {
    const [id, other] = [await channels.add(), await channels.add()];
    await channels.wait(id, 3);
    await channels.wait(id, 1, { urgent: true });
    await channels.wait(id, 1, { state: 'sent' });
    await channels.wait(other, 1);
    expect(await countBacklog(channels.pool, id, 100)).toBe(3);
  });

  it('is counted up to a limit', async () => {
    const id = await channels.add();
    await channels.wait(id, 3);
    expect(await countBacklog(channels.pool, id, 2)).toBe(2);
  });
});

describe('the sweep finds a configuration', () => {
  it('with something waiting, once', async () => {
    const id = await channels.add();
    await channels.wait(id, 3);
    const all = await findWaiting(channels.pool, SHARDS);
    expect(all.filter((one) => one === id)).toEqual([id]);
  });

  it('whose pause or hold is over', async () => {
    for (const change of [
      { state: 'paused', pausedUntil: ahead(-MINUTE_MS) },
      { holdUntil: ahead(-MINUTE_MS) },
    ] as const) {
      const id = await channels.add(change);
      await channels.wait(id, 1);
      expect(await found(id)).toBe(true);
    }
  });

  it('of the shards that it is asked for, and of no other', async () => {
    const [inA, inB] = [`A${newId().slice(1)}`, `B${newId().slice(1)}`];
    for (const id of [inA, inB]) {
      await channels.add({ id });
      await channels.wait(id, 1);
    }
    const ofA = await findWaiting(channels.pool, ['A']);
    expect(ofA).toContain(inA);
    expect(ofA).not.toContain(inB);
    expect(await findWaiting(channels.pool, [])).toEqual([]);
  });
});

describe('the sweep leaves out', () => {
  it.each([
    ['one with nothing waiting', {}, 'sent'],
    ['a broken one', { state: 'broken' }, 'waiting'],
    ['a removed one', { state: 'removed' }, 'waiting'],
    ['one that is paused until somebody resumes it', { state: 'paused' }, 'waiting'],
    ['one that is paused for a while', { state: 'paused', pausedUntil: ahead(MINUTE_MS) }, 'waiting'],
    ['one that is held', { holdUntil: ahead(MINUTE_MS) }, 'waiting'],
  ] as const)('%s', async (_which, change, state) => {
    const id = await channels.add(change);
    await channels.wait(id, 1, { state });
    expect(await found(id)).toBe(false);
  });
});
