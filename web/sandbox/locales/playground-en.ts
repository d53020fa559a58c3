import type { FindingCode } from '../../../server/sandbox/playground/schema.ts';

const findings: Record<FindingCode, string> = {
  'too-large': 'Teams refuses it: it counts more than 28,672 bytes of what it stores.',
  'over-budget': 'Over the budget: Teams counts more bytes than are sent, so it may be refused.',
  html: 'HTML: Teams shows no formatting of it. Write Markdown.',
  markdown: 'Headings, quotes, code blocks, tables and pictures in Markdown are shown as their signs.',
  'too-many-actions': 'More than 4 buttons: Teams shows none or not all.',
  'too-many-sections': 'More than 10 sections: Teams leaves the others out.',
  'action-unsupported':
    'This action does nothing behind a webhook. OpenUrl, ShowCard and ToggleVisibility work.',
  input: 'Nobody receives what is entered: behind a webhook there is no bot.',
  'element-unknown': 'Teams may not know this element, and shows nothing in its place.',
  'no-wrap': 'Without "wrap": true a long text is cut off.',
  'no-summary': 'Without a summary phones announce only “Card”.',
  'buttons-dropped': 'A Workflow leaves the buttons of a MessageCard out.',
  'envelope-added': 'An envelope was put around the card: Workflows take no bare one.',
};

/** Cards and events that are written by hand. */
export const playground = {
  open: 'Playground',
  title: 'Card playground',
  help: 'Edit an event or a card. Both forms follow, with what Teams would not show as it is meant.',
  mode: 'In the editor',
  modes: { event: 'An event', card: 'A card' },
  examples: 'Begin with',
  exampleNames: {
    event: 'an event',
    adaptive: 'an Adaptive Card',
    message: 'a MessageCard',
    mistakes: 'a card with mistakes',
  },
  editor: 'JSON',
  tidy: 'Tidy up',
  problem: (words: string) => `This cannot be made into a card: ${words}`,
  answer: (status: number, words: string) =>
    `Would be answered with ${status}${words === '' ? '.' : `: ${words}`}`,
  refused: 'The channel would show nothing.',
  findingsOf: (form: string) => `Findings in the ${form}`,
  fine: 'Nothing found.',
  findings,
  body: 'What is sent',
  edit: 'Edit this card',
  posting: 'Post it',
  to: 'To',
  channel: (channel: string, kind: string) => `${channel}, through ${kind}`,
  kinds: { workflow: 'a Workflow', connector: 'a connector' },
  real: 'A real address',
  address: 'Webhook address',
  addressHelp: 'An address of Microsoft’s. The card really goes there; the address is not kept.',
  post: 'Post',
  verdicts: {
    posted: 'Posted.',
    accepted: 'Accepted. A Workflow does not tell whether it posted.',
    try_again: 'Not posted; trying again later may work.',
    dead: 'Not posted: this address takes nothing any more.',
    card_wrong: 'Not posted: the card was refused.',
  },
};
