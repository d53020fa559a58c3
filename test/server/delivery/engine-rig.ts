import { connector } from '../../../manifest/connector.ts';
import { createBodies } from '../../../server/delivery/bodies.ts';
import { type Engine, type EngineOptions, startEngine } from '../../../server/delivery/engine.ts';
import type { Poster } from '../../../server/destinations/post.ts';
import type { Answer } from '../../../server/destinations/verdict.ts';
import type { Prisma } from '../../../server/storage/generated/client.ts';
import { openStorage } from '../../../server/storage/storage.ts';
import { createVault } from '../../../server/storage/vault.ts';
import { newId } from '../../configuration-row.ts';
import { type Channels, openChannels } from './channels.ts';

/** Two engines on one database, and a network of which every post and answer is known. */
export interface EngineRig {
  channels: Channels;
  network: FakeNetwork;
  engines: Engine[];
  /** Stores a channel with a webhook of its own, called like its id; answers the id. */
  channel(change?: Partial<Prisma.ConfigurationCreateInput>): Promise<string>;
  /** Gives a channel another webhook, as its page would, and wakes it. */
  setWebhook(id: string, url: string): Promise<void>;
  wake(...ids: string[]): Promise<void>;
  startEngine(change?: Partial<EngineOptions>): Promise<Engine>;
  close(): Promise<void>;
}

interface FakeNetwork extends Poster {
  /** The bodies that a webhook got. */
  posts(url: string): string[];
  /** Its answers from now on, one after the other; the last one for good. */
  answer(url: string, ...answers: Answer[]): void;
  /** The most posts to one webhook that were under way at one time. */
  mostAtATime(): number;
}

export const response = (status: number, change: { body?: string; retryAfter?: string } = {}): Answer => ({
  kind: 'response',
  status,
  body: '',
  ...change,
});

/** Webhooks that accept at once. */
function fakeNetwork(): FakeNetwork {
  const posts = new Map<string, string[]>();
  const answers = new Map<string, Answer[]>();
  const underWay = new Map<string, number>();
  let most = 0;
  return {
    async post(url, body) {
      const here = (underWay.get(url) ?? 0) + 1;
      underWay.set(url, here);
      most = Math.max(most, here);
      posts.set(url, [...(posts.get(url) ?? []), body]);
      await new Promise((resolve) => setImmediate(resolve));
      underWay.set(url, here - 1);
      const left = answers.get(url) ?? [];
      return (left.length > 1 ? left.shift() : left[0]) ?? response(202);
    },
    close: async () => {},
    posts: (url) => posts.get(url) ?? [],
    answer: (url, ...next) => void answers.set(url, next),
    mostAtATime: () => most,
  };
}

/** As many in a minute as by default, and faster, so that tests need not wait. */
const WINDOWS = [
  { posts: 50, ms: 1_000 },
  { posts: 120, ms: 60_000 },
];
/** As the real ones relate to each other, and shorter. */
const TIMES = { tickMs: 100, leaseMs: 3_000, trustMs: 2_500 };

export async function openEngineRig(): Promise<EngineRig> {
  const channels = await openChannels();
  const vault = createVault([Buffer.alloc(32, 1)]);
  const network = fakeNetwork();
  const engines: Engine[] = [];
  const closing: (() => Promise<void>)[] = [];
  const rig: EngineRig = {
    channels,
    network,
    engines,
    async channel(change) {
      const id = newId();
      return channels.add({ id, destinationUrl: vault.seal(id, id), ...change });
    },
    async setWebhook(id, url) {
      await channels.prisma.configuration.update({
        where: { id },
        data: { destinationUrl: vault.seal(url, id), state: 'active', stateReason: null, holdUntil: null },
      });
      await rig.wake(id);
    },
    async wake(...ids) {
      await engines[0]?.wake(ids);
    },
    async startEngine(change) {
      const { pool, close } = openStorage({ databaseUrl: channels.databaseUrl, onError() {} });
      const engine = await startEngine({
        databaseUrl: channels.databaseUrl,
        pool,
        nodeId: newId(),
        alone: false,
        times: TIMES,
        vault,
        poster: network,
        bodies: createBodies({
          pool,
          connector,
          publicUrl: 'https://cardwire.example',
          onTemplateError() {},
        }),
        windows: WINDOWS,
        now: () => new Date(),
        random: () => 0,
        onAttempt() {},
        onError() {},
        ...change,
      });
      engines.push(engine);
      closing.push(async () => {
        await engine.stop();
        await close();
      });
      return engine;
    },
    async close() {
      await Promise.all(closing.map((close) => close()));
      await channels.close();
    },
  };
  return rig;
}
