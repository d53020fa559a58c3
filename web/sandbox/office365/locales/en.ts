/** The words of the stand-in for Microsoft's page and the mailboxes behind it, in English. */
export const en = {
  title: 'Connect to Office 365 (sandbox)',
  standIn: 'This page stands in for Microsoft’s. Whatever is allowed here stays on this server.',
  invalid: 'Invalid Request',
  invalidHelp:
    'So says Microsoft when the id of the connector or the address to come back to is not what was registered.',
  who: 'Who are you?',
  loading: 'Loading…',
  asks: (app: string) => `${app} would like to send cards to a group or to your inbox.`,
  where: 'Where shall they go?',
  noGroups: 'You are not a member of any group.',
  inbox: 'Inbox',
  allow: 'Allow',
  deny: 'Deny',
  another: 'Somebody else',
  mail: {
    title: 'Mailboxes (sandbox)',
    heading: 'Mailboxes',
    help: 'What arrived through Connect to Office 365. The newest is below.',
    choose: 'Mailbox',
    group: (name: string) => `Group: ${name}`,
    inbox: (name: string) => `Inbox of ${name}`,
    empty: 'Nothing has arrived yet.',
    connect: 'Connect a group or inbox',
    back: 'Back to the sandbox',
  },
};

export type Office365Words = typeof en;
