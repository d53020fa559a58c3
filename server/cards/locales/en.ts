import { counterFor } from './counter.ts';
import { listerFor } from './lister.ts';
import type { CardWords } from './words.ts';

const counted = counterFor('en');
const listed = listerFor('en');
const events = (count: number) => counted(count, { one: 'event', other: 'events' });

export const en: CardWords = {
  somebody: 'Somebody',
  open: 'Open',
  more: (count) => `and ${counted(count, { other: 'more' })}`,
  severity: { success: 'Success', warning: 'Warning', error: 'Error' },
  shortened: ({ facts, values, text, picture, links }) =>
    `Shortened to fit: ${listed([
      facts > 0 && counted(facts, { one: 'detail', other: 'details' }),
      values && 'the end of long details',
      text && 'the end of the text',
      picture && 'the picture',
      links > 0 && counted(links, { one: 'button', other: 'buttons' }),
    ])} left out.`,
  wholeEvent: 'See the whole event',
  yes: 'yes',
  no: 'no',
  entries: (count) => counted(count, { one: 'entry', other: 'entries' }),
  labelled: (label, value) => `${label}: ${value}`,
  own: {
    mute: 'Mute this kind here',
    pause: 'Pause for 1 hour',
    channel: 'All events of this channel',
  },
  test: {
    title: 'Test card',
    connected: (name) => `Connected: ${name}`,
    gets: 'From now on these events come here:',
    arrived: (name) => `Cards of “${name}” arrive here.`,
    by: 'Sent by',
  },
  pressed: {
    answer: 'Answer',
    passedOn: (title) => `“${title}” was passed on.`,
    already: (title, by) => `${by} has chosen “${title}” already.`,
  },
  digest: {
    storm: (count, span) => `Busy: ${events(count)} in ${span}`,
    digest: {
      hourly: (count) => `Hourly digest: ${events(count)}`,
      daily: (count) => `Daily digest: ${events(count)}`,
      weekly: (count) => `Weekly digest: ${events(count)}`,
      other: (count) => `Digest: ${events(count)}`,
    },
    catchUp: (count) => `${events(count)} while this channel was paused`,
    since: 'Since',
  },
};
