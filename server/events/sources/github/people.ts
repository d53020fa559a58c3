import { textAt, valueAt } from '../../fields.ts';
import { organizationPage } from './home.ts';
import { requiredText, titleAt } from './payload.ts';
import { each, type GithubReaders, HOUSEKEEPING, type Reading, toldBy } from './reader.ts';

export const peopleReaders: GithubReaders = {
  member: {
    outcomes: each('github.member', 'added', 'edited', 'removed'),
    otherwise: HOUSEKEEPING,
    read: (payload) => {
      const member = requiredText(payload, 'member', 'login');
      const permission = textAt(payload, 'changes', 'permission', 'to');
      return {
        subject: member,
        data: { title: member, member, permission, url: textAt(payload, 'member', 'html_url') },
      };
    },
  },
  membership: {
    outcomes: each('github.team', 'added', 'removed'),
    otherwise: HOUSEKEEPING,
    read: (payload) => {
      const { subject, data } = readTeam(payload);
      const member = requiredText(payload, 'member', 'login');
      return { subject, data: { ...data, member, action: `member_${requiredText(payload, 'action')}` } };
    },
  },
  team: {
    outcomes: each('github.team', 'created', 'deleted', 'added_to_repository', 'removed_from_repository'),
    otherwise: HOUSEKEEPING,
    read: readTeam,
  },
  team_add: { otherwise: toldBy('team') },
  organization: {
    outcomes: each(
      'github.organization',
      ...['member_added', 'member_invited', 'member_removed', 'renamed', 'deleted'],
    ),
    otherwise: HOUSEKEEPING,
    read: (payload) => {
      const title = requiredText(payload, 'organization', 'login');
      return {
        subject: title,
        data: {
          title,
          member:
            textAt(payload, 'membership', 'user', 'login') ??
            textAt(payload, 'user', 'login') ??
            textAt(payload, 'invitation', 'login'),
          from: textAt(payload, 'changes', 'login', 'from'),
          url: organizationPage(payload, 'people'),
        },
      };
    },
  },
};

function readTeam(payload: unknown): Reading {
  const team = requiredText(payload, 'team', 'name');
  return {
    subject: team,
    data: {
      title: team,
      team: titleAt(valueAt(payload, 'team'), 'name'),
      url: textAt(payload, 'team', 'html_url'),
    },
  };
}
