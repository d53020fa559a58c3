import type { Quirk } from '../host/quirks.ts';

const list: Record<Quirk, { name: string; help: string }> = {
  'url-changes': {
    name: 'Webhook changes while saving',
    help: 'After setSettings, getSettings gives another webhookUrl. The one before answers 410 once it is saved.',
  },
  'content-url-ignored': {
    name: 'contentUrl is ignored',
    help: 'Manage opens a connector’s configuration page of the manifest, not the saved contentUrl.',
  },
  'names-missing': {
    name: 'Names are missing',
    help: 'configName comes back null, suggestedDisplayName not at all; the context names neither team nor channel.',
  },
  'settings-refused': {
    name: 'setSettings is refused',
    help: 'It is answered with false, and nothing is kept.',
  },
  'answers-late': { name: 'Answers come late', help: 'Every answer comes 1.5 seconds after its call.' },
  'settings-unanswered': {
    name: 'setSettings stays unanswered',
    help: 'The page waits for ever unless it has a limit of its own.',
  },
  silent: { name: 'The host is silent', help: 'No call is answered, not even initialize.' },
  'removal-unasked': {
    name: 'Removed without asking',
    help: 'The remove handler is not called: what is removed is simply gone.',
  },
};

/** What some hosts do to pages. */
export const quirks = {
  open: 'Quirks',
  title: 'Quirks of the host',
  help: 'What people met in Teams. Each holds for pages that are opened from now on.',
  on: (count: number) => (count === 1 ? '1 quirk is on' : `${count} quirks are on`),
  allOff: 'All off',
  list,
};
