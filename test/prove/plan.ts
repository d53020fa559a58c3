import type { DestinationKind } from '../../server/destinations/destination.ts';
import type { Status } from './cloud-event.ts';
import type { Temper } from './fake-teams/misbehaviour.ts';
import type { DisruptionKind } from './judge/evidence.ts';
import type { ProveOptions } from './options.ts';
import { createRandom, type Random } from './rig/random.ts';
import { FULL_TEMPER, LATE_TEMPER, QUICK_TEMPER } from './tempers.ts';

/** Everything that a run does, and when, in milliseconds from the start of the flow. */
export interface Plan {
  channels: PlannedChannel[];
  /** By their time. */
  requests: PlannedRequest[];
  disruptions: PlannedDisruption[];
  /** How rough channels misbehave while events flow. */
  temper: Temper;
  /** And afterwards, while what waits must still arrive; not at all where it is left out. */
  lateTemper?: Temper;
}

export interface PlannedChannel {
  channel: number;
  tenantId: string;
  kind: DestinationKind;
  eventTypes: string[];
  /** A filter lets only these events pass. */
  onlyStatus?: Status;
  /** Calm ones never misbehave, rough ones do, dying ones are removed at some moment, stormy ones get too much. */
  character: 'calm' | 'rough' | 'dying' | 'stormy';
  diesAtMs: number;
}

export interface PlannedRequest {
  atMs: number;
  tenantId: string;
  events: { number: number; type: string }[];
}

export interface PlannedDisruption {
  atMs: number;
  kind: DisruptionKind;
  /** How long what was killed stays away. */
  downMs: number;
}

const CREATED = 'task.created';
const UPDATED = 'task.updated';
/** An event goes to all channels of its tenant that chose its type: so many have the tenants, in turn. */
const TENANT_SIZES = [1, 2, 3, 4];
/** The share of channels that want only one of the two types. */
const ONE_TYPE_SHARE = 0.25;
const ROUGH_SHARE = 0.6;
/** The share of configurations that carry a filter. */
const FILTERED_SHARE = 0.2;
/** One channel in so many dies. */
const ONE_DIES_IN = 10;
/** The share of events that come many in one request. */
const BURST_SHARE = 0.2;
/** In one request; more than Teams' pace lets through within a minute, so that Cardwire must fold. */
const STORM_EVENTS = 300;
const STORM_AT = 0.1;

export function planRun(options: ProveOptions): Plan {
  const random = createRandom(options.seed);
  const ordinary = planChannels(options, random);
  const storm = options.quick ? [] : planStormChannels(ordinary.length);
  return {
    channels: [...ordinary, ...storm],
    requests: [
      ...planFlow(options, random, [...new Set(ordinary.map(({ tenantId }) => tenantId))]),
      ...storm.slice(0, 1).map(({ tenantId }) => planStorm(options, tenantId)),
    ].sort((a, b) => a.atMs - b.atMs),
    disruptions: options.quick ? planTwoDisruptions(options) : planDisruptions(options, random),
    temper: options.quick ? QUICK_TEMPER : FULL_TEMPER,
    ...(!options.quick && { lateTemper: LATE_TEMPER }),
  };
}

function planChannels({ channels, flowMs, quick }: ProveOptions, random: Random): PlannedChannel[] {
  const tenantOf = Array.from(
    { length: channels },
    (_, index) => TENANT_SIZES[index % TENANT_SIZES.length] ?? 1,
  )
    .flatMap((size, tenant) => Array<number>(size).fill(tenant))
    .slice(0, channels);
  return tenantOf.map((tenant, channel) => ({
    channel,
    tenantId: tenantId(tenant),
    kind: random.pick(['connector', 'workflow']),
    eventTypes: random.next() < ONE_TYPE_SHARE ? [CREATED] : [CREATED, UPDATED],
    ...(random.next() < FILTERED_SHARE && { onlyStatus: 'open' as const }),
    character: characterOf(channel, random),
    // Early in a quick run, before anything else can keep the channel from meeting its end.
    diesAtMs: flowMs * (quick ? 0.1 : 0.3 + 0.3 * random.next()),
  }));
}

/** The first is calm and the second dies in every run, so that each run shows both. */
function characterOf(channel: number, random: Random): PlannedChannel['character'] {
  if (channel % ONE_DIES_IN === 1) return 'dying';
  return channel !== 0 && random.next() < ROUGH_SHARE ? 'rough' : 'calm';
}

/** One of each kind, with a tenant of their own. */
function planStormChannels(channels: number): PlannedChannel[] {
  return (['connector', 'workflow'] as const).map((kind, index) => ({
    channel: channels + index,
    tenantId: tenantId(channels),
    kind,
    eventTypes: [CREATED],
    character: 'stormy',
    diesAtMs: 0,
  }));
}

function planStorm({ flowMs, events }: ProveOptions, tenant: string): PlannedRequest {
  const numbers = Array.from({ length: STORM_EVENTS }, (_, index) => events + 1 + index);
  return {
    atMs: STORM_AT * flowMs,
    tenantId: tenant,
    events: numbers.map((number) => ({ number, type: CREATED })),
  };
}

/** Most events come one by one at a steady rate, the others in bursts. Numbers follow the time. */
function planFlow(
  { events, flowMs, quick }: ProveOptions,
  random: Random,
  tenants: readonly string[],
): PlannedRequest[] {
  const burst = quick ? 5 : 10;
  const bursts = Math.floor((events * BURST_SHARE) / burst);
  const singles = events - bursts * burst;
  const moments = [
    ...Array.from({ length: singles }, (_, index) => ({ atMs: (flowMs * index) / singles, size: 1 })),
    ...Array.from({ length: bursts }, () => ({ atMs: flowMs * random.next(), size: burst })),
  ].sort((a, b) => a.atMs - b.atMs);
  let number = 0;
  return moments.map(({ atMs, size }) => ({
    atMs,
    tenantId: random.pick(tenants),
    events: Array.from({ length: size }, () => {
      number += 1;
      return { number, type: random.pick([CREATED, UPDATED]) };
    }),
  }));
}

function planTwoDisruptions({ flowMs }: ProveOptions): PlannedDisruption[] {
  return [
    { atMs: 0.2 * flowMs, kind: 'node', downMs: 1_000 },
    { atMs: 0.6 * flowMs, kind: 'database', downMs: 500 },
  ];
}

const DISRUPTION_INTERVAL_MS = 20_000;
const DISRUPTIONS = ['node', 'database', 'node', 'all nodes'] as const;

function planDisruptions({ flowMs }: ProveOptions, random: Random): PlannedDisruption[] {
  const count = Math.max(2, Math.floor(flowMs / DISRUPTION_INTERVAL_MS));
  return Array.from({ length: count }, (_, index) => ({
    atMs: (flowMs * (index + 0.5)) / count,
    kind: DISRUPTIONS[index % DISRUPTIONS.length] ?? 'node',
    downMs: 500 + random.below(3_500),
  }));
}

function tenantId(tenant: number): string {
  return `00000000-0000-4000-8000-${String(tenant + 1).padStart(12, '0')}`;
}
