import type { PreviewRequest } from '../../../server/previews/schema.ts';

/** How cards are drawn for a channel. */
export type CardLook = Omit<PreviewRequest, 'event' | 'eventType'>;
