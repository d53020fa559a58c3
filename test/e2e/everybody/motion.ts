import type { Scene } from '../../states/state.ts';

/** Longer than this, something is seen to move. */
const SEEN_MS = 50;

/** What moves on the page, which should be nothing for a user who asked for less motion. */
export async function motionFindings({ frame }: Scene): Promise<string[]> {
  return frame.locator('html').evaluate((root, seen) => {
    const running = root.ownerDocument
      .getAnimations()
      .filter(
        ({ playState, effect }: { playState: string; effect: typeof root }) =>
          playState === 'running' && effect.getComputedTiming().endTime > seen,
      );
    return running.map(
      ({ effect }: { effect: typeof root }) => `${effect.target.tagName} ${effect.target.className}`,
    );
  }, SEEN_MS);
}
