import { afterAll, beforeAll, expect, it } from 'vitest';
import { replayDeliveries } from '../../../server/delivery/replay.ts';
import { type EngineRig, openEngineRig, response } from './engine-rig.ts';

let rig: EngineRig;
beforeAll(async () => {
  rig = await openEngineRig();
  await rig.startEngine();
});
afterAll(() => rig.close());

const eventually = (look: () => unknown) => expect.poll(look, { timeout: 15_000, interval: 20 });
const states = async (id: string) => (await rig.channels.deliveries(id)).map(({ state }) => state);
/** The deliveries that attempts were made for, in order. */
const tried = async (configurationId: string) => {
  const attempts = await rig.channels.prisma.attempt.findMany({
    where: { configurationId },
    orderBy: { id: 'asc' },
  });
  return attempts.map(({ firstDeliveryId }) => firstDeliveryId);
};
const setState = (id: string, state: 'active' | 'paused') =>
  rig.channels.prisma.configuration.update({ where: { id }, data: { state } });

it('deliveries that are replayed are posted in order, before what was accepted after them', async () => {
  const id = await rig.channel();
  rig.network.answer(id, response(413), response(413), response(202));
  const [first, second, third] = await rig.channels.wait(id, 3);
  await rig.wake(id);
  await eventually(() => states(id)).toEqual(['failed', 'failed', 'sent']);
  // So that nothing goes out before the replay.
  await setState(id, 'paused');
  const [fourth] = await rig.channels.wait(id, 1);
  const { replayed, configurationIds } = await replayDeliveries(
    rig.channels.pool,
    { kind: 'failed' },
    { configurationId: id },
  );
  expect(replayed).toBe(2);
  await setState(id, 'active');
  await rig.wake(...configurationIds);
  await eventually(() => states(id)).toEqual(['sent', 'sent', 'sent', 'sent']);
  expect(await tried(id)).toEqual([first, second, third, first, second, fourth]);
});
