import type { FilterField } from './filter-fields.ts';

/** What a channel can ask of tasks. */
export const taskFilterFields: FilterField[] = [
  {
    field: 'status',
    title: { en: 'Status', fr: 'État' },
    kind: 'text',
    inSentence: { en: 'the status', fr: 'l’état' },
  },
];
