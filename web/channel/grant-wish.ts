import type { Configuration } from '../../server/configurations/schema.ts';
import type { Api } from '../shared/api.ts';
import type { Wish } from './wish.ts';

const HOUR_S = 3_600;

/** Why a wish needs no button, or cannot have one. */
export type Obstacle = 'paused-already' | 'muted-already' | 'only-kind' | 'broken' | 'removed';

/** What stands in the wish's way as things are; undefined when a press of the button can do it. */
export function obstacleTo(wish: Wish, { state, eventTypes }: Configuration): Obstacle | undefined {
  if (state === 'removed') return 'removed';
  if (wish.do === 'pause') {
    if (state === 'paused') return 'paused-already';
    return state === 'broken' ? 'broken' : undefined;
  }
  if (!eventTypes.includes(wish.type)) return 'muted-already';
  return eventTypes.length === 1 ? 'only-kind' : undefined;
}

/** Does it. Fails with `configuration-changed` when somebody else changed the choice since it was read. */
export function grant(
  api: Api,
  wish: Wish,
  { id, version, eventTypes }: Configuration,
): Promise<Configuration> {
  if (wish.do === 'pause') return api.pause(id, { for: HOUR_S });
  return api.changeConfiguration(id, {
    version,
    eventTypes: eventTypes.filter((type) => type !== wish.type),
  });
}

/** Takes back what `grant` did: what waited during the pause is posted as one card. */
export function takeBack(
  api: Api,
  wish: Wish,
  { id, version, eventTypes }: Configuration,
): Promise<Configuration> {
  if (wish.do === 'pause') return api.resume(id);
  return api.changeConfiguration(id, { version, eventTypes: [...eventTypes, wish.type] });
}
