import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { removeConfiguration } from '../../../server/configurations/remove.ts';
import { setDestination } from '../../../server/configurations/store.ts';
import { readFold } from '../../../server/delivery/fold.ts';
import { nextStep } from '../../../server/delivery/lane-step.ts';
import { readLanes } from '../../../server/delivery/lane-view.ts';
import { consequenceOf } from '../../../server/delivery/outcome.ts';
import { DEFAULT_WINDOWS } from '../../../server/delivery/pace.ts';
import { pauseConfiguration } from '../../../server/delivery/pause.ts';
import { type AttemptRecord, recordAttempts, recordFold } from '../../../server/delivery/record.ts';
import { type Replay, replayDeliveries } from '../../../server/delivery/replay.ts';
import { type ResumeMode, resumeConfiguration } from '../../../server/delivery/resume.ts';
import type { Verdict } from '../../../server/destinations/verdict.ts';
import { createVault } from '../../../server/storage/vault.ts';
import { ZOE } from '../../people.ts';
import { type ChannelModel, indexesOf, MOST_TRIES, newChannel, nextCard, settle } from './channel-model.ts';
import { attemptAt, type Channels, openChannels } from './channels.ts';

let channels: Channels;
beforeAll(async () => {
  channels = await openChannels();
});
afterAll(() => channels.close());

/** The rows, and the card on its way. */
interface Real {
  id: string;
  deliveryIds: bigint[];
  post: { tries: number; record(change: Partial<AttemptRecord>): Promise<void> } | undefined;
}
type Command = fc.AsyncCommand<ChannelModel, Real>;

const context = () => ({
  prisma: channels.prisma,
  vault: createVault([Buffer.alloc(32, 1)]),
  now: () => new Date(),
});

/** A command that is always allowed unless `check` says otherwise; the rows are compared after it. */
function command(
  name: string,
  run: (model: ChannelModel, real: Real) => Promise<void>,
  check: (model: Readonly<ChannelModel>) => boolean = () => true,
): Command {
  return {
    check,
    toString: () => name,
    async run(model, real) {
      await run(model, real);
      await compare(model, real);
    },
  };
}

async function compare(model: ChannelModel, { id, deliveryIds }: Real): Promise<void> {
  const rows = await channels.deliveries(id);
  expect(rows.map(({ state, urgent, tries }) => ({ state, urgent, tries }))).toEqual(model.deliveries);
  for (const { state, settledAt } of rows) expect(settledAt === null).toBe(state === 'waiting');
  const { state, holdUntil, catchUpTo } = await channels.configuration(id);
  expect({
    state,
    held: holdUntil !== null,
    catchUpTo: catchUpTo === null ? undefined : deliveryIds.indexOf(catchUpTo),
  }).toEqual({ state: model.state, held: model.held, catchUpTo: model.catchUpTo });
  expect(await channels.prisma.attempt.count({ where: { configurationId: id } })).toBe(model.attempts);
}

const accept = (urgent: boolean) =>
  command(`accept${urgent ? ' urgent' : ''}`, async (model, real) => {
    real.deliveryIds.push(...(await channels.wait(real.id, 1, { urgent })));
    model.deliveries.push({ state: 'waiting', urgent, tries: 0 });
  });

/** Takes the next step as a lane would; what it posts is on its way until its answer comes. */
const begin = command(
  'begin',
  async (model, real) => {
    const { pool } = channels;
    const view = (await readLanes(pool, [real.id])).get(real.id);
    const backlog = indexesOf(model, 'waiting').length;
    const step = view && nextStep(view, backlog, DEFAULT_WINDOWS);
    const [head] = view?.waiting ?? [];
    const expected = nextCard(model);
    if (!view || !head || (step?.do !== 'post' && step?.do !== 'fold')) {
      expect(expected).toBeUndefined();
      return;
    }
    const bodies = { remember() {}, ofEvent: async () => '', ofDigest: () => '' };
    const fold = step.do === 'fold' && (await readFold(pool, bodies, view, step.kind, step.upTo));
    const carried = fold ? fold.deliveryIds : [head.id];
    expect(carried.map((id) => real.deliveryIds.indexOf(id)).sort((a, b) => a - b)).toEqual(
      expected?.carried,
    );
    const sealedUrl = view.destination?.sealedUrl ?? '';
    real.post = {
      tries: head.tries,
      record(change) {
        const attempt = attemptAt(real.id, head.id, { sealedUrl, ...change });
        return step.do === 'fold'
          ? recordFold(pool, { ...attempt, kind: step.kind, deliveryIds: carried })
          : recordAttempts(pool, [attempt]);
      },
    };
    model.post = expected;
  },
  ({ post }) => post === undefined,
);

const answer = (verdict: Verdict) =>
  command(
    verdict,
    async (model, real) => {
      const judgement = { verdict, words: verdict };
      const tries = (real.post?.tries ?? 0) + 1;
      // Held for long, so that no hold ends by itself while rows and model are compared.
      const held = consequenceOf({ ...judgement, retryAfterMs: 3_600_000 }, tries, 0);
      await real.post?.record({ judgement, consequence: held });
      real.post = undefined;
      settle(model, verdict);
    },
    ({ post }) => post !== undefined,
  );

const pause = command('pause', async (model, { id }) => {
  const by = { objectId: ZOE.objectId, name: ZOE.name };
  await pauseConfiguration(channels.pool, id, { end: undefined, onResume: 'replay', by });
  if (model.state === 'active') model.state = 'paused';
});

const resume = (mode: ResumeMode) =>
  command(`resume to ${mode}`, async (model, { id }) => {
    await resumeConfiguration(channels.pool, id, mode, ZOE);
    if (model.state !== 'paused') return;
    const calm = indexesOf(model, 'waiting').filter((index) => !model.deliveries[index]?.urgent);
    model.state = 'active';
    model.catchUpTo = mode === 'catch_up' && calm.length > 1 ? calm.at(-1) : undefined;
    if (mode !== 'drop') return;
    for (const delivery of model.deliveries) if (delivery.state === 'waiting') delivery.state = 'dropped';
  });

const remove = command('remove', async (model, { id }) => {
  await removeConfiguration(context(), ZOE, id);
  model.state = 'removed';
  for (const delivery of model.deliveries) if (delivery.state === 'waiting') delivery.state = 'dropped';
});

const newWebhook = command(
  'new webhook',
  async (model, { id }) => {
    model.webhook += 1;
    const url = `https://example.api.powerplatform.com/${model.webhook}`;
    await setDestination(context(), ZOE, id, { kind: 'workflow', url, label: 'example' });
    model.held = false;
    if (model.state === 'broken') model.state = 'active';
  },
  ({ state }) => state !== 'removed',
);

const replay = (choice: Extract<Replay, { kind: 'failed' | 'since' }>) =>
  command(`replay ${choice.kind}`, async (model, { id }) => {
    await replayDeliveries(channels.pool, choice, { configurationId: id });
    if (model.state === 'removed') return;
    for (const delivery of model.deliveries) {
      if (choice.kind === 'failed' ? delivery.state !== 'failed' : delivery.state === 'waiting') continue;
      Object.assign(delivery, { state: 'waiting', tries: 0 });
    }
  });

const endHold = command('the hold ends', async (model, { id }) => {
  await channels.prisma.configuration.update({ where: { id }, data: { holdUntil: null } });
  model.held = false;
});

/** All that waits was tried as often as can be, but once. */
const wearOut = command(
  'wear out',
  async (model, { id }) => {
    const tries = MOST_TRIES - 1;
    await channels.prisma.delivery.updateMany({
      where: { configurationId: id, state: 'waiting' },
      data: { tries },
    });
    for (const delivery of model.deliveries) if (delivery.state === 'waiting') delivery.tries = tries;
  },
  ({ post }) => post === undefined,
);

/** A pause during which two events come, and a card that catches up is due. */
const missTwo = command('miss two', async (model, real) => {
  for (const one of [pause, accept(false), accept(false), resume('catch_up')]) await one.run(model, real);
});

/** How often each is drawn: so that cards of every kind are on their way when something else happens. */
const WEIGHTS: [Command, number][] = [
  [accept(false), 8],
  [accept(true), 2],
  [begin, 20],
  [answer('posted'), 8],
  [answer('accepted'), 8],
  [answer('try_again'), 5],
  [answer('dead'), 5],
  [answer('card_wrong'), 5],
  [endHold, 4],
  [wearOut, 4],
  [newWebhook, 4],
  [missTwo, 8],
  [pause, 2],
  [resume('catch_up'), 3],
  [resume('replay'), 2],
  [resume('drop'), 1],
  [replay({ kind: 'failed' }), 1],
  [replay({ kind: 'since', since: new Date(0) }), 1],
  [remove, 1],
];

it('nothing_ever_vanishes: rows and model agree, whatever happens while cards are on their way', async () => {
  const drawn = WEIGHTS.flatMap(([one, weight]) => Array<Command>(weight).fill(one));
  const commands = fc.commands(
    drawn.map((one) => fc.constant(one)),
    { maxCommands: 60, size: 'max' },
  );
  await fc.assert(
    fc.asyncProperty(commands, (all) =>
      fc.asyncModelRun(
        async () => ({
          model: newChannel(),
          real: { id: await channels.add(), deliveryIds: [], post: undefined },
        }),
        all,
      ),
    ),
    { numRuns: 20 },
  );
});
