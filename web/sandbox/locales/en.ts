import type { SampleId } from '../../../server/sandbox/schema.ts';
import { alone } from './alone-en.ts';
import { languages } from './languages.ts';
import { playground } from './playground-en.ts';
import { quirks } from './quirks-en.ts';
import { webhooks } from './webhooks-en.ts';

const samples: Record<SampleId, string> = {
  'task-created': 'Task created',
  'task-updated': 'Task updated',
  'github-push': 'GitHub: push',
  'github-pull-request-opened': 'GitHub: pull request opened',
  'github-pull-request-merged': 'GitHub: pull request merged',
  'github-issue-opened': 'GitHub: issue opened',
  'github-release-published': 'GitHub: release published',
  'github-workflow-failed': 'GitHub: workflow failed',
  'github-workflow-succeeded': 'GitHub: workflow succeeded',
};

/** The sandbox's own words in English; every other language has the same. */
export const en = {
  title: 'Sandbox',
  subtitle: 'A local stand-in for Microsoft Teams',
  loading: 'Opening the sandbox…',
  loadFailed: 'The sandbox could not be opened.',
  retry: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  serverSilent: 'The server does not answer. Is it still running?',
  refused: (detail: string) => `The server refused this: ${detail}`,

  appearance: 'Appearance',
  theme: 'Theme',
  themes: { default: 'Light', dark: 'Dark', contrast: 'High contrast', glass: 'Glass (told to pages)' },
  language: 'Language',
  languages,
  person: 'Signed in as',
  signOn: 'Single sign-on',
  signOns: { works: 'Works', asks: 'Asks for consent first', missing: 'Missing, as in connector dialogs' },
  authorize: {
    title: 'Who are you?',
    body: 'The sandbox’s own sign-in, in the place of Microsoft’s. Nobody needs a password here.',
    stranger: (name: string) => `${name}, of another organisation`,
    deny: 'Do not sign in',
    deniedWords: 'The person said no.',
    nothingAsked: 'No app has asked to sign anybody in.',
  },
  protocolLog: 'Protocol log',

  views: 'Views',
  teams: 'Teams',
  channels: 'Channels',
  unread: (posts: number) => (posts === 1 ? '1 new post' : `${posts} new posts`),
  channelTabs: (channel: string) => `Tabs of ${channel}`,
  posts: 'Posts',
  addTab: 'Add a tab',
  tabMenu: (tab: string) => `Options of the tab ${tab}`,
  tabSettings: 'Settings',
  removeTab: 'Remove',
  moreOptions: 'More options',
  manageConnectors: 'Manage connectors',
  workflows: 'Workflows',

  hint: {
    title: 'See it work in three steps',
    connect: 'Choose “More options” at the top right, then “Manage connectors”, then “Configure”.',
    save: 'Tick the events that this channel should get and press Save.',
    send: 'Send a sample event from the bar below. The card arrives here.',
    start: 'Manage connectors',
    dismiss: 'Got it',
  },

  noPosts: 'Nothing has been posted here yet.',
  noPostsHelp: 'Add a connector or a tab, then send a sample event.',
  postsLoading: 'Loading posts…',
  earlierPosts: 'Show earlier posts',
  notLive: 'New posts are not coming in at the moment. Trying again…',
  from: { connector: 'Connector', workflow: 'Workflows' },
  through: (workflow: string) => `through “${workflow}”`,
  cardSource: 'JSON',

  composer: 'Send an event',
  sample: 'Sample event',
  samples,
  send: 'Send',
  writeOwn: 'Write your own…',
  sending: 'Sending…',
  sent: (channels: number) =>
    channels === 0
      ? 'Accepted. No channel asked for it.'
      : `Accepted. It goes to ${channels} ${channels === 1 ? 'channel' : 'channels'}.`,
  ignored: (reason: string) => `Accepted, but ignored: ${reason}`,
  notSent: (status: number, detail: string) => `Refused with ${status}. ${detail}`,

  ownEvent: 'Write your own event',
  eventType: 'Type',
  eventTitle: 'Title',
  eventText: 'Text',
  eventUrl: 'Link',
  optional: 'optional',

  connectors: (channel: string) => `Connectors for ${channel}`,
  connectorsHelp: 'A connector posts what happens elsewhere to this channel.',
  configure: 'Configure',
  configured: 'Configured',
  manage: (name: string) => `Manage ${name}`,
  manageShort: 'Manage',
  noConnectors: 'None is configured in this channel.',
  savedBy: (name: string, when: string) => `${name}, ${when}`,

  configureConnector: (app: string, channel: string) => `${app} for ${channel}`,
  configureTab: (app: string) => `Add ${app} as a tab`,
  changeTab: (tab: string) => `Settings of ${tab}`,
  removeTabTitle: (tab: string) => `Remove ${tab}?`,
  removeTabPlain: 'The tab goes for everybody in this channel.',
  save: 'Save',
  saving: 'Saving…',
  remove: 'Remove',
  removing: 'Removing…',
  preparing: 'Preparing…',
  saveFailures: {
    noWords: 'The page reported that it could not save, without saying why.',
    words: (reason: string) => `The page could not save: ${reason}`,
    late: 'The page did not answer within 30 seconds. Teams gives up here. You can press Save again.',
    noSettings: 'The page reported success but never called setSettings, so there is nothing to add.',
  },
  removeFailures: {
    late: 'The page did not answer within 15 seconds. Teams gives up here. You can press Remove again.',
    lateTab: 'The page did not answer within 30 seconds. The tab was removed all the same, as Teams does.',
    absent: 'Removed without asking the page: it has not started.',
    words: (reason: string) => `Removed all the same, as Teams does. The page reported: ${reason}`,
    noWords: 'Removed all the same, as Teams does. The page reported a failure.',
  },
  saved: (name: string) => `${name} was saved.`,
  removed: (name: string) => `${name} was removed.`,

  frameSilent: (origin: string) =>
    `The page has not begun to speak with its host yet. Does ${origin} run, and does the page call initialize?`,
  frameFailed: (reason: string) => `The page reported that it could not start: ${reason}`,

  workflowsTitle: (channel: string) => `Workflows for ${channel}`,
  workflowsHelp:
    '“Send webhook alerts to a channel” gives you an address. Whatever posts a card to it posts to this channel.',
  workflowName: 'Name',
  workflowDefault: (channel: string) => `Send webhook alerts to ${channel}`,
  addWorkflow: 'Add workflow',
  workflowUrl: (name: string) => `Webhook URL of ${name}`,
  copyUrl: (name: string) => `Copy the webhook URL of ${name}`,
  copied: 'Copied',
  copyFailed: 'Copying is not allowed here. The address is selected: copy it with the keyboard.',
  deleteWorkflow: (name: string) => `Delete ${name}`,
  noWorkflows: 'This channel has none yet.',

  webhooks,
  playground,
  quirks,
  alone,

  mailboxes: 'Mailboxes',

  gallery: {
    open: 'Cards',
    title: 'Cards',
    help: 'Every card that Cardwire makes, as Workflows and connectors get it.',
    back: 'Back to the sandbox',
    loading: 'Drawing the cards…',
    filter: 'Filter',
    found: (cards: number, all: number) => `${cards} of ${all} cards`,
    forms: { workflow: 'Adaptive Card', connector: 'MessageCard' },
    size: (bytes: string, budget: string) => `${bytes} of ${budget} bytes`,
  },

  log: {
    help: 'Every message between host and page, newest last.',
    empty: 'Open a connector or a tab to see its messages.',
    clear: 'Clear',
    pageToHost: 'Page to host',
    hostToPage: 'Host to page',
    kinds: { call: 'call', answer: 'answer', event: 'event' },
    flags: {
      unknown: 'unknown call: not answered',
      foreign: 'page of another origin: not answered',
      'no-handler': 'no handler registered: the SDK answers success',
      quirk: 'a quirk',
      'held-back': 'a quirk: kept from the page',
    },
  },
};

export type Words = typeof en;
