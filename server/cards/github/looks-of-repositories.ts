import type { JsonObject } from '../../events/event.ts';
import { numberAt, textAt } from '../../events/fields.ts';
import { type Look, severityBy } from './look.ts';
import { description, pageList } from './texts.ts';

/** Repositories and the people around them. */
export const repositoryLooks = {
  'github.repository': {
    severity: severityBy('action', {
      deleted: 'warning',
      publicized: 'warning',
      not_imported: 'error',
    }),
    view: 'repository',
    text: (data) => (textAt(data, 'action') === 'created' ? description(data) : undefined),
  },
  'github.fork': { view: 'repository' },
  'github.star': { view: 'repository' },
  'github.wiki': { variantOf: wikiVariant, view: 'page', text: pageList },
  'github.member': { variantOf: memberVariant, view: 'profile', facts: ['permission'] },
  'github.team': { view: 'team' },
  'github.organization': { severity: severityBy('action', { deleted: 'warning' }), view: 'organization' },
  'github.sponsorship': {
    severity: severityBy('action', { created: 'success' }),
    view: 'profile',
    facts: ['tier'],
  },
  'github.webhook.deleted': { severity: 'warning', view: 'settings' },
} satisfies Record<string, Look>;

function wikiVariant(data: JsonObject): string | undefined {
  return (numberAt(data, 'pageCount') ?? 1) > 1 ? 'several' : textAt(data, 'action');
}

/** Whoever accepts an invitation is told as the one who added themselves. */
function memberVariant(data: JsonObject): string | undefined {
  const action = textAt(data, 'action');
  const isOwn = textAt(data, 'member') === textAt(data, 'actor', 'login');
  return action === 'added' && isOwn ? 'joined' : action;
}
