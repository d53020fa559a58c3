import { setTimeout as delay } from 'node:timers/promises';
import { SHARDS } from '../../server/delivery/shards.ts';
import { drawApiKey, storeApiKey } from '../../server/identity/api-keys.ts';
import { migrate } from '../../server/storage/migrate.ts';
import { openStorage, type Storage } from '../../server/storage/storage.ts';
import { insertConfigurations } from '../prove/configurations.ts';
import { countWaiting } from '../prove/records.ts';
import { startDatabase } from '../prove/rig/database.ts';
import { prepareCluster } from '../prove/rig/nodes.ts';
import { spawnFakeTeams } from '../prove/rig/spawn-fake-teams.ts';
import type { Workshop } from '../prove/rig/workshop.ts';
import { planChannels, tenantsOf } from './channels.ts';
import { openFloors } from './floors/floors.ts';
import { createLoad } from './load.ts';
import type { BenchOptions } from './options.ts';
import type { Subject } from './subject.ts';

/** Where measuring takes place. Database, fake Teams and node are processes of their own. */
export interface Setting {
  storage: Storage;
  /** Starts so many nodes, one unless told, which share the channels. Stop them before others are started. */
  start(nodes?: number): Promise<Subject>;
}

const LOOK_MS = 25;

export async function prepareSetting(options: BenchOptions, workshop: Workshop): Promise<Setting> {
  const database = await startDatabase(workshop.folder);
  workshop.atTheEnd(() => database.stop());
  await database.create('cardwire');
  await database.create('floor');
  const databaseUrl = database.urlOf('cardwire');
  await migrate(databaseUrl);
  const storage = openStorage({ databaseUrl, onError: () => {} });
  workshop.atTheEnd(() => storage.close());

  const fake = await spawnFakeTeams(workshop, { seed: 'bench' });
  const channels = planChannels(options.channels, options.repeats);
  const tenantIds = tenantsOf(channels);
  const cluster = await prepareCluster({ workshop, databaseUrl, fakeTeamsPort: fake.port, tenantIds });
  await insertConfigurations(storage.pool, cluster.vault, channels.configurations);
  await storage.pool.query('VACUUM ANALYZE');
  const apiKey = drawApiKey();
  await storeApiKey(storage.prisma, apiKey, { name: 'bench', scopes: ['events'] });

  const nextNumber = countUp();
  const floors = await openFloors({
    databaseUrl: database.urlOf('floor'),
    fake,
    channels: channels.bare,
    nextNumber,
  });
  workshop.atTheEnd(() => floors.close());

  return {
    storage,
    async start(count = 1) {
      const titles = Array.from({ length: count }, (_, index) => `node ${index + 1}`);
      const nodes = await Promise.all(titles.map((title) => cluster.startNode(title)));
      const [node] = nodes;
      if (!node) throw new Error('a measurement needs a node');
      const origins = nodes.map(({ origin }) => origin);
      await untilShared(origins);
      const load = createLoad(origins, apiKey);
      return {
        options,
        floors,
        fake,
        channels,
        node,
        load,
        nextNumber,
        async settle() {
          while ((await countWaiting(storage.pool)) > 0) await delay(LOOK_MS);
        },
        async stop() {
          await load.close();
          await Promise.all(nodes.map((one) => one.stop()));
        },
      };
    },
  };
}

/** Waits until each node delivers for its share of the channels, as its health says. */
async function untilShared(origins: readonly string[]): Promise<void> {
  const share = Math.floor(SHARDS.length / origins.length);
  for (const origin of origins) {
    while ((await shardsOf(origin)) < share) await delay(LOOK_MS);
  }
}

/** 0 while the node is not ready. */
async function shardsOf(origin: string): Promise<number> {
  const answer = await fetch(`${origin}/health/ready`);
  const { shards = 0 }: { shards?: number } = JSON.parse(await answer.text());
  return shards;
}

function countUp(): () => number {
  let number = 0;
  return () => {
    number += 1;
    return number;
  };
}
