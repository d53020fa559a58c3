import { buildConnector } from 'undici';
import { createPoster } from '../destinations/post.ts';
import { type ActionTarget, type Forwarder, type ForwardOptions, startForwarding } from './forward.ts';

/** A system that is slower than this is asked again. */
const TIMEOUT_MS = 15_000;

/**
 * Forwards pressed buttons until it is stopped, with connections of its own. The target is the operator's own
 * address, which may well be inside their network: it is not guarded.
 */
export function openForwarding(
  target: ActionTarget,
  options: Omit<ForwardOptions, 'target' | 'poster' | 'random'>,
): Forwarder {
  const poster = createPoster({ connect: buildConnector({ allowH2: false }), timeoutMs: TIMEOUT_MS });
  const { wake, stop } = startForwarding({ ...options, target, poster, random: Math.random });
  return {
    wake,
    async stop() {
      await stop();
      await poster.close();
    },
  };
}
