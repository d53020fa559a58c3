import type { Outcome } from '../../../server/connect/schema.ts';
import { pluralOf } from '../../shared/plural.ts';

const plural = pluralOf('en');

/** What came of the way to Microsoft and back, and what to do next. */
interface OutcomeWords {
  title: string;
  body: string;
}

/** The words of Connect to Office 365. */
export const en = {
  title: 'Connect to Office 365',
  landing: {
    heading: (connector: string) => `Get ${connector} in Outlook`,
    how: [
      'Choose what you want to be told of.',
      'Press the button. Microsoft asks you which group, or your own inbox, and whether you agree.',
      'A first card arrives there. You can change, pause or remove it at any time.',
    ],
    howTitle: 'How it works',
    button: 'Connect to Office 365',
    leaving: 'Taking you to Microsoft…',
    chosen: (count: number) =>
      plural(count, { one: 'One kind of event chosen', other: `${count} kinds of events chosen` }),
    none: 'Choose at least one event.',
    existing: 'See what you have connected',
    failed: 'The way to Microsoft could not begin',
  },
  off: {
    title: 'Connect to Office 365 is not set up here',
    body: 'The people who run this server have not registered it with Microsoft. In Teams you can still add the connector to a channel.',
    operator: 'If you run it: set CONNECTOR_ID, as docs/connect.md tells.',
  },
  done: {
    heading: 'What you have connected',
    inThisBrowser: 'From this browser you can change, pause and remove it. From elsewhere, sign in.',
    nothing: 'Nothing is connected in this browser.',
    another: 'Connect another group or inbox',
    first: 'Connect a group or inbox',
    again: 'Try again',
    signIn: 'You connected something in another browser, or long ago?',
    signedIn: (count: number) =>
      plural(count, {
        one: 'Signed in. You have connected one place in all.',
        other: `Signed in. You have connected ${count} places in all.`,
      }),
  },
  places: {
    inbox: 'Your inbox',
    group: (name: string | undefined) => (name === undefined ? 'A group in Outlook' : `The group “${name}”`),
    team: (name: string | undefined) => (name === undefined ? 'A team' : `The team “${name}”`),
  },
  proof: {
    under: (place: string) => `Sending a first card to: ${place}…`,
    goodTitle: (place: string) => `Connected: ${place}`,
    good: 'Microsoft says that the first card was posted. It may take a minute to show up.',
    badTitle: (place: string) => `Not connected yet: ${place}`,
    said: (words: string) => `Microsoft’s own words: “${words}”.`,
    answered: (status: number) => `Microsoft’s server answered ${status}.`,
    silent: 'Microsoft’s server gave no answer.',
    dead: 'It no longer takes cards for this place. Connect it again.',
    later: 'Nothing is lost. Wait a minute and send the card again.',
    unreached: 'The card could not be sent',
    again: 'Send the card again',
    anew: 'Connect again',
  },
  outcomes: {
    denied: {
      title: 'You did not allow it',
      body: 'So nothing was connected. If it was a slip, try again and press Allow.',
    },
    failed: {
      title: 'Microsoft could not connect it',
      body: 'Nothing was connected. Try again; if it stays so, your administrator may have switched connectors off.',
    },
    unreadable: {
      title: 'Microsoft’s answer could not be read',
      body: 'Nothing was connected. Try again; if it stays so, tell the people who run this connector.',
    },
    unknown: {
      title: 'This did not begin here',
      body: 'Nothing was connected. Begin on this page, so that nobody else can connect something in your name.',
    },
    foreign: {
      title: 'This began in another browser',
      body: 'Nothing was connected. Begin and end in the same browser, with cookies allowed, and not in a private window.',
    },
    used: {
      title: 'This was used already',
      body: 'Each way to Microsoft counts once. What it connected stands below; for another place, begin again.',
    },
    expired: {
      title: 'That took more than ten minutes',
      body: 'For your safety nothing was connected. Begin again; your choice is quickly made.',
    },
    'address-refused': {
      title: 'What came back is no address of Office 365',
      body: 'Nothing was connected. Try again; if it stays so, tell the people who run this connector.',
    },
    'tenant-not-allowed': {
      title: 'Your organisation may not use this connector',
      body: 'Nothing was connected. Ask the people who run it to allow your organisation.',
    },
    'server-failed': {
      title: 'This server had trouble',
      body: 'Nothing was connected. Try again in a minute.',
    },
  } satisfies Record<Exclude<Outcome, 'granted'>, OutcomeWords>,
  connection: {
    to: 'Goes to',
    gets: 'Gets',
    edit: 'Change',
    pause: 'Pause',
    resume: 'Resume',
    test: 'Send a test card',
    remove: 'Remove',
    named: (action: string, name: string) => `${action}: ${name}`,
    removeQuestion: 'No more cards will come. Remove it?',
    keep: 'Keep it',
    removed: (name: string) => `“${name}” was removed.`,
    undo: 'Undo',
    restored: 'It is back, as it was before.',
    paused: 'Paused. What happens meanwhile is kept, and comes as one card when you resume.',
    resumed: 'Resumed.',
    tested: 'Microsoft says that the test card was posted.',
    notTested: 'The test card did not arrive.',
    name: 'Name',
    save: 'Save',
    cancel: 'Cancel',
    saved: 'Saved.',
    changedMeanwhile:
      'Somebody else changed this in the meantime. This is the newest version; make your change again.',
    failed: 'That did not work',
    broken: 'Microsoft no longer takes cards for this place',
    history: 'All events of this connection',
  },
};

export type ConnectWords = typeof en;
