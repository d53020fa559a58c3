import type { Filter } from '../../server/configurations/filter-schema.ts';
import { drawApiKey, storeApiKey } from '../../server/identity/api-keys.ts';
import { migrate } from '../../server/storage/migrate.ts';
import { openStorage, type Storage } from '../../server/storage/storage.ts';
import type { Status } from './cloud-event.ts';
import { drawConfigurationId, insertConfigurations } from './configurations.ts';
import { webhookUrl } from './fake-teams/webhook-url.ts';
import { type Fleet, startFleet } from './fleet.ts';
import type { ProveOptions } from './options.ts';
import type { Plan, PlannedChannel } from './plan.ts';
import { type RigDatabase, startDatabase } from './rig/database.ts';
import { type Cluster, prepareCluster } from './rig/nodes.ts';
import { createRandom } from './rig/random.ts';
import { type SpawnedFakeTeams, spawnFakeTeams } from './rig/spawn-fake-teams.ts';
import type { Workshop } from './rig/workshop.ts';
import { createSender, type Sender } from './sender.ts';

/** Everything that takes part in a run. */
export interface Scene {
  plan: Plan;
  database: RigDatabase;
  storage: Storage;
  fake: SpawnedFakeTeams;
  cluster: Cluster;
  fleet: Fleet;
  sender: Sender;
  /** The configuration of each channel, by the channel's number. */
  configurationIds: ReadonlyMap<number, string>;
}

/** Starts all of it, on an empty database with the plan's configurations. */
export async function setScene(options: ProveOptions, plan: Plan, workshop: Workshop): Promise<Scene> {
  const database = await startDatabase(workshop.folder);
  workshop.atTheEnd(() => database.stop());
  await database.create('cardwire');
  const databaseUrl = database.urlOf('cardwire');
  await migrate(databaseUrl);
  // Its connections break whenever the database is killed; each query here is made while it runs.
  const storage = openStorage({ databaseUrl, onError: () => {} });
  workshop.atTheEnd(() => storage.close());

  const fake = await spawnFakeTeams(workshop, { seed: options.seed });
  await fake.call('setTemper', { channels: roughOnes(plan), temper: plan.temper });

  const tenantIds = [...new Set(plan.channels.map(({ tenantId }) => tenantId))];
  const cluster = await prepareCluster({ workshop, databaseUrl, fakeTeamsPort: fake.port, tenantIds });
  const configurations = plan.channels.map((channel) => ({
    ...channel,
    id: drawConfigurationId(),
    url: urlOf(channel, 0),
    filter: channel.onlyStatus && filterFor(channel.onlyStatus),
  }));
  await insertConfigurations(storage.pool, cluster.vault, configurations);
  const apiKey = drawApiKey();
  await storeApiKey(storage.prisma, apiKey, { name: 'proof', scopes: ['events'] });

  const fleet = await startFleet(cluster, options.nodes, workshop);
  const random = createRandom(`${options.seed}: sender`);
  const sender = createSender({ apiKey, origins: fleet.origins, random });
  workshop.atTheEnd(() => sender.close());
  const configurationIds = new Map(configurations.map(({ id, channel }) => [channel, id]));
  return { plan, database, storage, fake, cluster, fleet, sender, configurationIds };
}

/** The channels whose webhooks misbehave. */
export function roughOnes({ channels }: Plan): number[] {
  return channels
    .filter(({ character }) => character === 'rough' || character === 'dying')
    .map(({ channel }) => channel);
}

function filterFor(status: Status): Filter {
  return { match: 'all', conditions: [{ field: 'status', operator: 'is', value: status }] };
}

/** A channel's webhook. Each generation is an address of its own. */
export function urlOf({ kind, channel, tenantId }: PlannedChannel, generation: number): string {
  return webhookUrl({ kind, channel, generation }, tenantId);
}
