import type { ChangeList } from '../../../server/configurations/change-schema.ts';
import type { DeliveryEntry } from '../../../server/configurations/schema.ts';
import type { Reason } from '../../../server/delivery/reasons.ts';
import { pluralOf } from '../../shared/plural.ts';

const plural = pluralOf('en');

/** Why something waits; `until` is a moment in the reader's words, where one is known. */
const waits: Record<NonNullable<DeliveryEntry['wait']>['code'], (until?: string) => string> = {
  paused: (until) =>
    until === undefined
      ? 'It waits until somebody resumes this channel.'
      : `It waits for the end of the pause: ${until}.`,
  broken: () => 'The address no longer takes anything. It is kept until there is a new one.',
  'no-destination': () => 'This channel has no address yet.',
  retry: (until) => `The last attempt failed. Next attempt: ${until}.`,
  'catch-up': () => 'It goes out on the card that sums up the pause.',
  schedule: (until) => `It is kept for the digest: ${until}.`,
  'quiet-hours': (until) => `It is kept for the end of the quiet hours: ${until}.`,
  storm: (until) => `So much came at once that it goes out on a summary: ${until}.`,
  pace: () => 'It is about to be posted. Teams takes only so many cards at a time.',
};

const did: Record<ChangeList['items'][number]['kind'], string> = {
  created: 'set it up',
  changed: 'changed the settings',
  pointed: 'set another address',
  paused: 'paused it',
  resumed: 'resumed it',
  removed: 'removed it',
  restored: 'undid the removal',
};

const settings: Record<string, string> = {
  name: 'name',
  eventTypes: 'events',
  filter: 'filter',
  schedule: 'schedule',
  quietHours: 'quiet hours',
  timeZone: 'time zone',
  language: 'language',
};

/** The words of the channel's page alone, in English. */
export const en = {
  wish: {
    pause: {
      question: 'Pause this channel for 1 hour?',
      effect: 'What happens meanwhile is kept, and posted as one card when the pause ends.',
      confirm: 'Pause for 1 hour',
      done: 'Paused for 1 hour.',
    },
    mute: {
      question: (title: string) => `Stop posting “${title}” to this channel?`,
      effect: 'All other kinds go on as before. It can be chosen again in the settings.',
      confirm: 'Stop posting it',
      done: (title: string) => `“${title}” is no longer posted to this channel.`,
    },
    undo: 'Undo',
    undone: 'Everything is as it was before.',
    failed: 'That did not work',
    obstacles: {
      'paused-already': 'This channel is paused already.',
      'muted-already': 'This kind is not posted to this channel any more.',
      'only-kind': 'This is the only kind that this channel gets. Choose others first, or remove it.',
      broken: 'Nothing can be posted to this channel at the moment, so there is nothing to pause.',
      removed: 'This was removed: nothing is posted to this channel any more.',
    },
  },
  gets: 'This channel gets',
  to: 'Posted to',
  nowhere: 'Nowhere yet. Open the settings of this tab and save them.',
  deliveries: 'Newest events',
  empty: 'Nothing yet. The next event of a chosen kind shows up here.',
  more: 'Show older ones',
  refreshed: (count: number) =>
    plural(count, {
      one: 'Refreshed: one event is shown.',
      other: `Refreshed: ${count} events are shown.`,
    }),
  goneTitle: 'Nothing is set up for this tab',
  gone: 'It was removed, or belongs to another organisation. Open the settings of this tab to set it up anew.',
  updated: (name: string) => `Last changed by ${name}`,
  tries: (count: number) => plural(count, { one: 'One attempt so far', other: `${count} attempts so far` }),
  outcomes: {
    waiting: { short: 'Waiting', long: 'Waiting to be posted.' },
    retry: { short: 'Trying again', long: 'Teams could not take it. It is tried again.' },
    stuck: {
      short: 'Held back',
      long: 'The address no longer takes anything. It is kept until there is a new one.',
    },
    posted: { short: 'Posted', long: 'It is in the channel.' },
    accepted: {
      short: 'Accepted',
      long: 'Teams took it, but does not say whether it was posted.',
    },
    sent: { short: 'Sent', long: 'It was sent. What Teams made of it is not known.' },
    folded: { short: 'Summarised', long: 'It is part of another card, together with others.' },
    refused: { short: 'Refused', long: 'Teams did not accept the card.' },
    failed: { short: 'Failed', long: 'It could not be posted, and is not tried again by itself.' },
    dropped: { short: 'Dropped', long: 'Somebody chose not to post it.' },
    expired: { short: 'Expired', long: 'It waited for too long, and is not posted any more.' },
  },
  reasons: {
    'destination-dead': 'The address no longer takes anything. It is kept until there is a new one.',
    replayed: 'Somebody asked for it again. It is waiting to be posted.',
    storm: 'It is part of a summary, because many came at once.',
    digest: 'It is part of the digest that this channel chose.',
    'catch-up': 'It is part of the card that sums up a pause.',
    'attempts-used-up': 'It was tried for about a day without success, and is not tried again by itself.',
    'configuration-removed': 'It was not posted, because the connection was removed.',
    'dropped-on-resume': 'Whoever ended the pause chose not to post what had waited.',
  } satisfies Partial<Record<Reason, string>>,
  live: {
    on: 'Live',
    onHint: 'What happens shows up here by itself.',
    connecting: 'Connecting…',
    offline: 'Offline',
    lost: 'Not live',
    lostHint: 'The connection to the server was lost; it is tried again. What is shown may be old.',
    full: 'Too many pages watch already. Refresh by hand.',
    news: (count: number) => plural(count, { one: 'One new event.', other: `${count} new events.` }),
  },
  waits,
  carried: (count: number) => `It is on a card with ${count} events.`,
  waiting: (count: number) =>
    plural(count, {
      one: 'One event waits.',
      other: count >= 1_000 ? '1,000 events or more wait.' : `${count} events wait.`,
    }),
  row: {
    story: 'What happened',
    whole: 'See the whole event',
    replay: 'Post it again',
    replayed: 'It waits to be posted again.',
  },
  actions: {
    label: 'What you can do',
    pause: 'Pause…',
    edit: 'Change settings',
    remove: 'Remove…',
    cancel: 'Cancel',
    failed: 'That did not work',
  },
  broken: {
    title: 'Nothing can be posted at the moment',
    body: 'What comes is kept. It is posted once there is a new address.',
    since: (moment: string) => `Since ${moment}.`,
  },
  remove: {
    title: (name: string) => `Remove “${name}”?`,
    tab: 'The tab stays, and shows what was. Remove it in Teams if nobody needs it any more.',
    confirm: 'Remove',
  },
  removed: {
    title: 'This was removed',
    by: (name: string, moment: string) => `${name} removed it: ${moment}.`,
    until: (moment: string) =>
      `The removal can be undone until ${moment}. What waited then is posted after all; what happened since is not.`,
    workflow: 'Cards flow again if the Workflow is still there.',
    connector: 'A connector that was removed in Teams takes no more cards: it then needs a new address.',
    undo: 'Undo the removal',
    undone: 'The removal was undone.',
  },
  changes: {
    title: 'Who changed what',
    entry: (name: string, kind: string, changed: readonly string[]) =>
      `${name} ${did[kind as keyof typeof did] ?? 'changed it'}${changed.length === 0 ? '' : ` (${changed.map((one) => settings[one] ?? one).join(', ')})`}`,
    none: 'Nothing was changed since this is written down.',
  },
  why: {
    title: 'Why did I not get this?',
    hint: 'Paste a link to what you miss, or the link of a card in another channel.',
    label: 'Link',
    look: 'Look for it',
    recent: 'Choose among the newest events',
    looking: 'Looking…',
    found: (count: number) =>
      plural(count, { one: 'One event was found.', other: `${count} events were found.` }),
    nothing:
      'No event with this link came here. Its sender did not send it, or it is older than events are kept.',
    nothingSince: (moment: string) =>
      `No event with this link has come since ${moment}. What came before was not searched.`,
    none: 'No events came yet.',
    choose: 'Choose an event to see what became of it here.',
    notMeant: 'Not for this channel',
    storyOf: (title: string) => `What became of “${title}”`,
    back: 'Choose another',
  },
};

export type ChannelWords = typeof en;
