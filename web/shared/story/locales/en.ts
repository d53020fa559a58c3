import type { Explanation } from '../../../../server/configurations/explain-schema.ts';

export type StepFacts = Explanation['steps'][number]['facts'];
/** One step of an event's way; `moment` puts an RFC 3339 moment into the reader's words. */
type StepWords = (facts: StepFacts, moment: (at: unknown) => string) => string;

const first = (ahead: unknown) =>
  typeof ahead === 'number' && ahead > 0 ? ` ${ahead === 1 ? 'One goes' : `${ahead} go`} first.` : '';
const verdicts: Record<string, string> = {
  posted: 'posted',
  accepted: 'accepted',
  try_again: 'not now, to be tried again',
  dead: 'the address takes nothing any more',
  card_wrong: 'the card is refused',
};

const operators: Record<string, string> = {
  is: 'is',
  'is not': 'is not',
  contains: 'contains',
  'starts with': 'starts with',
  'one of': 'is one of',
  above: 'above',
  below: 'below',
};

const yesNo = (value: boolean) => (value ? 'yes' : 'no');

/** The steps of an event's way in English, by the codes of the server's explanation. */
export const en: Record<string, StepWords> = {
  'event-unknown': () => 'It is not known any more.',
  'event-accepted': () => 'It came.',
  'configured-later': () => 'The channel was set up later.',
  'type-not-chosen': () => 'The channel has not chosen this kind.',
  'no-destination': () => 'The channel has no address to post to.',
  'filter-not-passed': ({ match, field, operator, value }) => {
    const shown = typeof value === 'boolean' ? yesNo(value) : `“${value}”`;
    const condition = `“${field}” ${operators[String(operator)] ?? operator} ${shown}`;
    if (match === 'none') return `The channel’s filter leaves out what has ${condition}.`;
    return match === 'any'
      ? `The channel’s filter wants at least one of several, such as ${condition}: none of them holds.`
      : `The channel’s filter wants ${condition}, which does not hold.`;
  },
  'not-wanted-then': () => 'The channel did not want it when it came.',
  'settings-changed-since': () => 'The channel’s settings were changed since.',
  chosen: ({ urgent }) =>
    urgent === true ? 'The channel wants it, first and alone: it is urgent.' : 'The channel wants it.',
  attempt: ({ verdict, words, status, carried }) => {
    const what = carried === 1 ? 'Tried' : `Tried with ${carried} events on one card`;
    // Without an answer the words are the server's own, in English.
    if (status === undefined) return `${what}: no answer came.`;
    return `${what}: answer ${status}, ${verdicts[String(verdict)] ?? verdict}. Teams said: “${words}”`;
  },
  replayed: () => 'Somebody asked to post it again.',
  'waiting-paused': ({ until }, moment) =>
    until === undefined
      ? 'It waits: the channel is paused.'
      : `It waits: the channel is paused until ${moment(until)}.`,
  'waiting-broken': () => 'It waits: the channel needs a new address.',
  'waiting-no-destination': () => 'It waits: the channel has no address yet.',
  'waiting-retry': ({ until, ahead }, moment) =>
    `It waits for the next attempt, ${moment(until)}.${first(ahead)}`,
  'waiting-catch-up': () => 'It waits for the card that sums up the pause.',
  'waiting-schedule': ({ until }, moment) => `It waits for the summary, ${moment(until)}.`,
  'waiting-quiet-hours': ({ until }, moment) => `It waits for the end of the quiet hours, ${moment(until)}.`,
  'waiting-storm': ({ until }, moment) =>
    `More is waiting than the channel can take one by one: it waits for a summary, ${moment(until)}.`,
  'waiting-pace': ({ ahead }) => `It waits its turn.${first(ahead)}`,
  posted: () => 'Teams says that it is in the channel.',
  accepted: () => 'Teams took it, but does not say whether it was posted.',
  folded: ({ carried }) =>
    carried === undefined ? 'It is part of a summary.' : `It is part of a summary of ${carried} events.`,
  'card-wrong': () => 'Teams refused its card.',
  'attempts-used-up': () => 'It was tried for about a day without success.',
  'dropped-on-resume': () => 'Whoever ended the pause chose not to post it.',
  'configuration-removed': () => 'What this channel gets was removed.',
  'too-old': () => 'It waited for too long.',
};

export type StoryWords = typeof en;
