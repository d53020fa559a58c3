import type { SeriesPoint } from '../../../server/operate/figures-schema.ts';

/** What a plot can show of a step of time. */
export type SeriesName = Exclude<keyof SeriesPoint, 'at' | 'delivered'>;
