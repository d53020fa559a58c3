import type { Words } from './connector.ts';

/** Something that a channel's filter can ask of an event. */
export interface FilterField {
  /** Keys of the event's `data`, joined by dots; or `@type`, `@source`, `@subject`. */
  field: string;
  title: Words;
  /** What it holds, so that a page can offer the fitting operators. A list fits when one element does. */
  kind: 'text' | 'list' | 'yes or no';
}
