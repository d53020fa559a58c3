import { PEOPLE, SANDBOX_TENANT_ID, STRANGER } from '../team.ts';

/** Somewhere in the stand-in for Outlook that cards can arrive: a group, or somebody's inbox. */
export interface Mailbox {
  /** Stands where posts have a channel. */
  id: string;
  kind: 'group' | 'inbox';
  /** Of an inbox, whose it is. */
  name: string;
  tenantId: string;
  /** Who can connect something to it. */
  memberIds: readonly string[];
}

const [ADA] = PEOPLE;
const OWN_PEOPLE = PEOPLE.map(({ id, name }) => ({ id, name, tenantId: SANDBOX_TENANT_ID }));
const FOREIGN = { id: STRANGER.objectId, name: STRANGER.name, tenantId: STRANGER.tenantId };

/** The first of the team has two groups, the second none; the stranger has one elsewhere. All have an inbox. */
export const MAILBOXES: readonly Mailbox[] = [
  group('keepers', 'Lamp keepers', SANDBOX_TENANT_ID, ADA?.id),
  group('harbour', 'Harbour watch', SANDBOX_TENANT_ID, ADA?.id),
  group('elsewhere', 'Elsewhere', STRANGER.tenantId, STRANGER.objectId),
  ...[...OWN_PEOPLE, FOREIGN].map(
    ({ id, name, tenantId }): Mailbox => ({
      id: `inbox:${id}`,
      kind: 'inbox',
      name,
      tenantId,
      memberIds: [id],
    }),
  ),
];

function group(key: string, name: string, tenantId: string, memberId = ''): Mailbox {
  return { id: `group:${key}`, kind: 'group', name, tenantId, memberIds: [memberId] };
}

/** What somebody can connect; nothing else is shown to them. */
export function mailboxesOf(personId: string): Mailbox[] {
  return MAILBOXES.filter(({ memberIds }) => memberIds.includes(personId));
}
