import type { ChoiceField } from '../../choice.ts';

/** The words of changes that others made meanwhile. */
export const en = {
  title: (name: string) => `${name} changed this in the meantime`,
  taken: 'Taken over, because you had not changed it:',
  open: 'Changed by both of you. Choose what counts:',
  decided: 'Press Save below to store what the form shows now.',
  theirs: (name: string, text: string) => `${name}: ${text}`,
  mine: (text: string) => `You: ${text}`,
  take: (name: string) => `Take what ${name} chose`,
  keep: 'Keep mine',
  fields: {
    name: 'Name',
    eventTypes: 'Events',
    filter: 'Filter',
    schedule: 'When',
    quietHours: 'Quiet hours',
    timeZone: 'Time zone',
  } satisfies Record<ChoiceField, string>,
  quoted: (text: string) => `“${text}”`,
  added: (titles: string) => `added ${titles}`,
  removed: (titles: string) => `took away ${titles}`,
  noFilter: 'no filter',
  noQuietHours: 'none',
};

export type ConflictWords = typeof en;
