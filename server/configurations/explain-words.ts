import type { Step, StepCode } from './explain.ts';

/** A step in English, for people and logs. The pages have words of their own for each code. */
export function wordsOf({ code, at, facts }: Step): string {
  return WORDS[code](facts, at);
}

type Facts = Step['facts'];
type Words = (facts: Facts, at: Date | undefined) => string;

const WORDS: Record<StepCode, Words> = {
  'event-unknown': () =>
    'No event with this source and id was accepted for your organisation, or it is older than the time events are kept.',
  'event-accepted': ({ type }) => `The event was accepted; its type is "${type}".`,
  'configured-later': () => 'The channel was configured after the event came.',
  'type-not-chosen': ({ type }) => `The channel has not chosen events of the type "${type}".`,
  'no-destination': () => 'The channel has no webhook yet, so nothing is delivered to it.',
  'filter-not-passed': (facts) => filterInWords(facts),
  'not-wanted-then': () => 'The channel did not want the event, or had no webhook, when it came.',
  'settings-changed-since': () => "The channel's settings were changed after the event came.",
  chosen: ({ urgent }) =>
    urgent
      ? 'The channel wanted the event. It is urgent: it goes first and alone.'
      : 'The channel wanted the event.',
  attempt: (facts) => attemptInWords(facts),
  replayed: () => 'Somebody asked for it to be delivered again.',
  'waiting-paused': ({ until, onResume }) =>
    `It waits: the channel is paused ${until ? `until ${until}` : 'until somebody resumes it'}${END_OF_PAUSE[String(onResume)] ?? ''}.`,
  'waiting-broken': ({ words }) =>
    `It waits: the webhook is dead and needs a new address.${words ? ` Its last words: ${words}` : ''}`,
  'waiting-no-destination': () => 'It waits: the channel has no webhook yet.',
  'waiting-retry': ({ until, ahead }) =>
    `It waits: the last attempt failed, and the next one is made at ${until}${behind(ahead)}.`,
  'waiting-catch-up': () => 'It waits for the card that sums up what came during the pause.',
  'waiting-schedule': ({ until }) => `It waits for the digest at ${until}.`,
  'waiting-quiet-hours': ({ until }) => `It waits for the end of the quiet hours at ${until}.`,
  'waiting-storm': ({ until }) =>
    `It waits for the next summary: more is waiting than the channel can take one by one. The summary is due at ${until}.`,
  'waiting-pace': ({ ahead }) =>
    ahead ? `It waits its turn, at the pace that Teams allows${behind(ahead)}.` : 'It goes out next.',
  posted: () => 'The channel has it: Teams says it was posted.',
  accepted: () => 'Teams accepted it, but does not say whether it was posted.',
  folded: ({ kind, carried, verdict }) =>
    `It went out on ${KINDS[String(kind)] ?? 'a summary'}${carried === undefined ? '' : ` with ${carried} events`}${verdict === 'accepted' ? ', which Teams accepted without saying whether it was posted' : ''}.`,
  'card-wrong': () => 'It failed: Teams refuses its card. The channel goes on without it.',
  'attempts-used-up': () => 'It failed: it was tried for about a day without success. It can be replayed.',
  'dropped-on-resume': () => 'It was dropped: whoever ended the pause chose to drop what had waited.',
  'configuration-removed': () => 'It was dropped: the configuration was removed.',
  'too-old': () => 'It expired: it waited longer than events are kept.',
};

const KINDS: Record<string, string> = {
  single: 'a card of its own',
  storm: 'a summary of many events',
  digest: 'a digest',
  catch_up: 'the card that sums up a pause',
};

const END_OF_PAUSE: Record<string, string> = {
  catch_up: '; then one card sums up what waited',
  replay: '; then what waited is posted in order',
  drop: '; then what waited is dropped',
};

const VERDICTS: Record<string, string> = {
  posted: 'posted',
  accepted: 'accepted',
  try_again: 'not now, try again',
  dead: 'the webhook is dead',
  card_wrong: 'the card is refused',
};

function filterInWords({ match, field, operator, value }: Facts): string {
  const condition = `"${field}" ${operator} "${value}"`;
  if (match === 'none') return `The channel's filter leaves out events with ${condition}, and this is one.`;
  return match === 'all'
    ? `The channel's filter asks for ${condition}, which does not hold.`
    : `None of what the channel's filter asks for holds; the first is ${condition}.`;
}

function attemptInWords({ kind, carried, verdict, words, status, contextId, durationMs }: Facts): string {
  const what =
    carried === 1 ? 'It was tried' : `It was tried on ${KINDS[String(kind)]} with ${carried} events`;
  const answer = status === undefined ? 'no answer came' : `the answer was ${status}`;
  const context = contextId === undefined ? '' : ` (ContextId ${contextId})`;
  return `${what}; after ${durationMs} ms ${answer}: ${VERDICTS[String(verdict)]}. "${words}"${context}`;
}

function behind(ahead: Facts[string] | undefined): string {
  return ahead ? `; ${ahead} ${ahead === 1 ? 'event goes' : 'events go'} first` : '';
}
