import type { NoAnswer } from '../../../server/destinations/no-answer.ts';
import type { Refusal } from '../../../server/destinations/refusals.ts';
import type { ApiErrorCode } from '../api-error.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');

/** What to do about most refused addresses. */
const COPY_AGAIN = 'Copy the whole address from the Workflow and paste it again.';

/** What happened and, where trying again is not the cure, what is. */
interface Problem {
  what: string;
  todo?: string;
}

const problems = {
  'not-signed-in': { what: 'You are not signed in.', todo: 'Sign in, then try again.' },
  'tenant-not-allowed': {
    what: 'Your organisation may not use this connector.',
    todo: 'Ask the people who run it to allow your organisation.',
  },
  'webhook-url-refused': {
    what: 'This is not the address of a Workflow in Teams.',
    todo: 'Copy the whole address from the Workflow and paste it again.',
  },
  'unknown-event-type': {
    what: 'One of the chosen events is no longer offered.',
    todo: 'Open this page again and choose anew.',
  },
  'configuration-not-found': { what: 'This no longer exists: it was removed.' },
  'event-not-found': { what: 'This event is no longer kept, or is not for this channel.' },
  'configuration-removed': { what: 'This no longer exists: it was removed.' },
  'configuration-changed': {
    what: 'Somebody else changed this in the meantime.',
    todo: 'Look at it anew, then try again.',
  },
  'invalid-request': {
    what: 'The server did not accept what was entered.',
    todo: 'Change it and try again.',
  },
  'connect-off': {
    what: 'Groups and inboxes cannot be connected here.',
    todo: 'Ask the people who run this connector to set it up for that.',
  },
  'configuration-broken': {
    what: 'Nothing can be posted at the moment: the address no longer works.',
    todo: 'Give it a new address.',
  },
  'destination-missing': { what: 'There is no address to post to yet.', todo: 'Save first, then try again.' },
  'test-too-soon': {
    what: 'There were several test cards in the last minute.',
    todo: 'Wait a moment, then try again.',
  },
  'too-many-requests': {
    what: 'The server was asked too often in the last minute.',
    todo: 'Wait a minute, then try again.',
  },
  'body-too-large': { what: 'What was entered is too long.', todo: 'Make it shorter and try again.' },
  internal: { what: 'Something went wrong on the server.' },
  unavailable: { what: 'The server cannot answer right now.' },
  unreachable: { what: 'The server cannot be reached.', todo: 'Check your connection, then try again.' },
  late: { what: 'The server took too long to answer.' },
  unreadable: { what: 'The answer that came is not from this connector’s server.' },
} satisfies Partial<Record<ApiErrorCode, Problem>>;

/** Every word that the pages show, in English. The other languages have this shape. */
export const en = {
  problems: problems as Record<keyof typeof problems, Problem>,
  refusals: {
    'too-long': { what: 'The address is too long.', todo: COPY_AGAIN },
    'odd-characters': {
      what: 'The address holds a space, a line break or another character that no such address has.',
      todo: COPY_AGAIN,
    },
    'not-https': { what: 'The address must begin with https://.', todo: COPY_AGAIN },
    'not-an-address': { what: 'This cannot be read as an address.', todo: COPY_AGAIN },
    credentials: { what: 'The address holds a user name or a password.', todo: COPY_AGAIN },
    port: { what: 'The address names a port, which no address of Teams does.', todo: COPY_AGAIN },
    'ip-address': { what: 'The address has a number in place of a name.', todo: COPY_AGAIN },
    'teams-link': {
      what: 'This is a link to a place in Teams, which cannot receive cards.',
      todo: COPY_AGAIN,
    },
    'sharepoint-link': {
      what: 'This is a link to SharePoint, which cannot receive cards.',
      todo: COPY_AGAIN,
    },
    'flow-page': {
      what: 'This is the page where the Workflow is edited, not its address.',
      todo: COPY_AGAIN,
    },
    'wrong-host': {
      what: 'This is not an address of Teams.',
      todo: 'Ask the people who run this connector to allow it, if Teams gave you this address.',
    },
    'wrong-path': { what: 'The address is not complete.', todo: COPY_AGAIN },
    'signature-missing': { what: 'The end of the address is missing or cut off.', todo: COPY_AGAIN },
  } satisfies Record<Refusal, Problem>,
  host: {
    noAnswer: 'Teams did not answer in time.',
    notSupported: 'Teams cannot store settings in this place.',
    openInChannel: 'Open this page from a channel: as a connector, or as a tab.',
    refused: (reason: string) => (reason === '' ? 'Teams refused.' : `Teams refused: “${reason}”.`),
    noAddress: 'Teams gave no address to post to.',
  },
  common: {
    tryAgain: 'Try again',
    tryAgainSentence: 'Try again.',
    refresh: 'Refresh',
    loading: 'Loading…',
    lateTitle: 'Teams has not answered yet',
    late: 'This page still waits for Teams. If nothing happens, load it again.',
    loadAgain: 'Load again',
    failedTitle: 'This could not be loaded',
    nothingLost: 'Nothing was changed.',
    offlineTitle: 'You are offline',
    offline: 'As soon as there is a connection again, this page goes on by itself.',
    offlineHere: 'What you see and what you entered stays here. To save it, a connection is needed.',
    crashedTitle: 'This page stopped working',
    crashed: 'This is a mistake in the page. Load it again; what was saved before is safe.',
  },
  outside: {
    title: 'This page lives inside Microsoft Teams',
    body: 'It is shown there when somebody adds the connector to a channel, as a connector or as a tab.',
    howTitle: 'To use it',
    how: [
      'Open a channel in Teams.',
      'Press + beside the channel’s tabs, or ⋯ and then Manage channel.',
      'Choose this connector, say what the channel wants, and press Save.',
    ],
    sandbox: 'A stand-in for Teams runs on this server. In it you can try everything.',
    openSandbox: 'Open the sandbox',
  },
  choices: {
    search: 'Search events',
    found: (count: number, search: string) =>
      count === 0
        ? `No event fits “${search}”.`
        : plural(count, { one: 'One event found', other: `${count} events found` }),
    eventsOf: (group: string) => `Show the events of ${group}`,
    came: (count: number, shown: string) =>
      count === 0 ? 'None in the last 7 days' : `${shown} in the last 7 days`,
  },
  states: { active: 'Active', paused: 'Paused', broken: 'Cannot post', removed: 'Removed' },
  config: {
    title: 'Configure',
    headingNew: (channel: string | undefined) =>
      channel === undefined ? 'What should this channel get?' : `What should “${channel}” get?`,
    headingEdit: 'Change what this channel gets',
    name: 'Name',
    nameHintConnector: 'Shown in the channel’s list of connectors.',
    nameHintTab: 'Shown on the tab.',
    nameMissing: 'Give it a name.',
    nameTooLong: (limit: number) => `Use at most ${limit} characters.`,
    events: 'Events',
    chosen: (chosen: number, all: number) => `${chosen} of ${all} chosen`,
    eventsMissing: 'Choose at least one event.',
    noLongerOffered: (count: number) =>
      plural(count, {
        one: 'One event that was chosen here is no longer offered. It goes when you save.',
        other: `${count} events that were chosen here are no longer offered. They go when you save.`,
      }),
    address: 'Address of the Workflow',
    addressHint: 'Whoever has this address can post to the channel, so it is stored encrypted.',
    addressReplaceHint: 'Leave this empty to keep posting there. Paste a new address to replace it.',
    postsTo: 'Posts to',
    checking: 'Checking the address…',
    recognised: { workflow: 'A Workflow in Teams', connector: 'An Office 365 connector' },
    recognisedAs: (kind: string, label: string) => `${kind}: ${label}`,
    connectorRetired:
      'Microsoft shut down connectors in Teams in May 2026. If nothing arrives, use a Workflow’s address.',
    retired: {
      title: (day: string) => `Microsoft shut down connectors in Teams on ${day}`,
      tab: 'Cards sent to this address may not arrive any more. Make a Workflow and paste its address here: what was chosen, what was posted and what waits stay.',
      connector:
        'Cards sent through this connector may not arrive any more. To go on, use this app as a tab with a Workflow:',
      steps: [
        'In Teams, press + beside the channel’s tabs and choose this app.',
        'Make a Workflow as described there, paste its address, choose what the channel should get, and save.',
        'Remove this connector.',
      ],
    },
    checkAgain: 'Check again',
    stepsTitle: 'How to get the address',
    steps: [
      'In Teams, open the ⋯ menu of the channel and choose Workflows.',
      'Choose “Send webhook alerts to a channel” and confirm each step.',
      'Copy the address that is shown at the end, and paste it above.',
    ],
    partMissing:
      'A part of this page could not be loaded. What is stored there stays as it is, and you can save.',
    ready: 'Ready. Press Save below.',
    missing: {
      changes: 'a choice between your changes and theirs',
      name: 'a name',
      events: 'at least one event',
      filter: 'the rest of each condition',
      when: 'when to post',
      address: 'the Workflow’s address',
    },
    toSave: (missing: string) => `Before you can save: ${missing}.`,
    saving: 'Saving…',
    saved: 'Saved.',
    notReady: 'The page is still loading. Press Save again in a moment.',
    lost: {
      title: 'What Teams remembers here is not known to the server',
      body: 'It was removed, or belongs to another organisation. Choose what the channel should get and save: it is set up anew.',
    },
    moved: 'Teams gave this channel a new address. Events go there from now on.',
    notMoved: 'Teams gave this channel a new address. Press Save, so that events go there.',
    brokenTitle: 'Nothing can be posted at the moment',
    brokenConnector: 'Press Save to take the address that Teams gives now. What is waiting is then posted.',
    brokenTab: 'Paste a new address and save. What is waiting is then posted.',
    saveFailed: 'Not saved',
    tookTooLong: 'Saving took too long.',
    unchangedNew: 'Nothing was set up.',
    unchangedEdit: 'Everything is as it was before.',
    uncertain: 'It is not certain what the server stored.',
    pressSave: 'Press Save again.',
    ownSave: 'Save',
    ownBack: 'Back to the channel',
    pressSaveAnew: 'Press Save to set it up anew.',
    changedByOthers: (name: string) =>
      `${name} changed this in the meantime. Nothing was overwritten: look at the changes on the page, then press Save again.`,
  },
  remove: {
    title: 'Remove',
    heading: (name: string) => `Remove “${name}”?`,
    headingUnknown: 'Remove this tab?',
    whatItEnds: 'What Remove ends',
    nothing: 'Nothing is set up for this tab any more. Pressing Remove only removes the tab.',
    unread: 'What was set up could not be read right now. You can remove it all the same.',
    removing: 'Removing…',
    removed: 'Removed.',
    failed:
      'The server could not be told. Events may still be posted: delete the Workflow in Teams, or tell the people who run this connector.',
  },
  event: { title: 'Event' },
  channel: {
    title: 'Events of this channel',
    destinationSays: (words: string) => `Teams answered: ${words}`,
    noAnswers: {
      'address-refused': 'Its host has a private address, where nothing is posted to.',
      'connection-refused': 'The host refused the connection.',
      closed: 'The connection was closed without an answer.',
      'name-not-found': 'The name of the host could not be found.',
      'not-reached': 'The host could not be reached.',
      stopped: 'The server stopped before an answer came.',
      'too-slow': 'No answer came in time.',
      encryption: 'The host’s certificate or encryption is not in order.',
      failed: 'The request failed.',
    } satisfies Record<NoAnswer, string>,
  },
};

export type Words = typeof en;
