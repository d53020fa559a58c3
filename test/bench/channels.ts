import { drawConfigurationId, type NewConfiguration } from '../prove/configurations.ts';
import { webhookUrl } from '../prove/fake-teams/webhook-url.ts';
import { filterOf } from './filters.ts';

/** The channels of a measurement. Numbers of channels are those of the fake Teams. */
export interface BenchChannels {
  /** One tenant with many channels, all of which want everything that happens there. */
  crowd: { tenantId: string; channels: number[] };
  /** Tenants with one channel each: an event of such a tenant goes to one channel. */
  alone: { tenantId: string; channel: number }[];
  /** The same, fresh for each run: a pace that an earlier run has used up says nothing about this one. */
  fresh: { tenantId: string; channel: number }[];
  configurations: NewConfiguration[];
  /** As many as the crowd, without configurations: for what is measured without Cardwire. */
  bare: number[];
}

/** The type that all of them chose. */
export const EVENT_TYPE = 'task.created';
const CROWD = '00000000-0000-4000-8000-ffffffffffff';

export function planChannels(count: number, fresh: number): BenchChannels {
  const crowd = range(0, count).map((channel) => ({ tenantId: CROWD, channel }));
  const alone = range(count, count).map((channel) => ({ tenantId: tenantOf(channel), channel }));
  const others = range(2 * count, fresh).map((channel) => ({ tenantId: tenantOf(channel), channel }));
  return {
    crowd: { tenantId: CROWD, channels: crowd.map(({ channel }) => channel) },
    alone,
    fresh: others,
    bare: range(2 * count + fresh, count),
    configurations: [...crowd, ...alone, ...others].map(({ tenantId, channel }) => ({
      id: drawConfigurationId(),
      tenantId,
      eventTypes: [EVENT_TYPE],
      kind: 'workflow' as const,
      url: webhookUrl({ kind: 'workflow', channel, generation: 0 }, tenantId),
      filter: filterOf(channel),
    })),
  };
}

/** The organisations that the nodes must know. */
export function tenantsOf({ configurations }: BenchChannels): string[] {
  return [...new Set(configurations.map(({ tenantId }) => tenantId))];
}

function range(start: number, length: number): number[] {
  return Array.from({ length }, (_, index) => start + index);
}

function tenantOf(channel: number): string {
  return `00000000-0000-4000-8000-${String(channel).padStart(12, '0')}`;
}
