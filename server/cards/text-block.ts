import type { JsonObject } from '../events/event.ts';
import { withoutMention } from './adaptive-mentions.ts';

/** Markdown that mentions nobody. It wraps: what does not is cut on phones. */
export function textBlock(markdown: string, look: JsonObject = {}): JsonObject {
  return { type: 'TextBlock', text: withoutMention(markdown), wrap: true, ...look };
}
