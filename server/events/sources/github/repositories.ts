import { jsonObject, listAt, textAt, valueAt } from '../../fields.ts';
import { pageOf } from './home.ts';
import { bodyAt, requiredText, requiredTitle, requiredUrl, titleAt } from './payload.ts';
import { each, type GithubReaders, HOUSEKEEPING, nothing, type Reading, toldBy } from './reader.ts';

/** Of the pages of a wiki that one call names. */
const MAX_PAGES = 20;

export const repositoryReaders: GithubReaders = {
  repository: {
    outcomes: each(
      'github.repository',
      ...[
        'created',
        'deleted',
        'archived',
        'unarchived',
        'publicized',
        'privatized',
        'renamed',
        'transferred',
      ],
    ),
    otherwise: HOUSEKEEPING,
    read: (payload) =>
      readRepository(payload, {
        text: bodyAt(payload, 'repository', 'description'),
        from:
          textAt(payload, 'changes', 'repository', 'name', 'from') ??
          textAt(payload, 'changes', 'owner', 'from', 'user', 'login') ??
          textAt(payload, 'changes', 'owner', 'from', 'organization', 'login'),
      }),
  },
  repository_import: {
    kindOf: (payload) => textAt(payload, 'status'),
    outcomes: each('github.repository', 'success', 'failure'),
    otherwise: HOUSEKEEPING,
    read: (payload) =>
      readRepository(payload, {
        action: textAt(payload, 'status') === 'success' ? 'imported' : 'not_imported',
      }),
  },
  public: { otherwise: toldBy('repository') },
  fork: {
    otherwise: 'github.fork',
    read: (payload) => {
      const fork = requiredTitle(payload, 'forkee', 'full_name');
      return { subject: fork, data: { title: fork, url: requiredUrl(payload, 'forkee', 'html_url') } };
    },
  },
  star: {
    outcomes: { created: 'github.star' },
    otherwise: HOUSEKEEPING,
    read: (payload) => readRepository(payload),
  },
  watch: { otherwise: toldBy('star') },
  gollum: { otherwise: 'github.wiki', read: readWiki },
  meta: {
    outcomes: { deleted: 'github.webhook.deleted' },
    otherwise: HOUSEKEEPING,
    read: (payload) => readRepository(payload, { url: pageOf(payload, 'settings', 'hooks') }),
  },
  sponsorship: {
    // Whoever sponsors in private is named nowhere else, so neither here.
    kindOf: (payload) =>
      textAt(payload, 'sponsorship', 'privacy_level') === 'public' ? textAt(payload, 'action') : 'in private',
    outcomes: {
      ...each('github.sponsorship', 'created', 'tier_changed', 'cancelled'),
      'in private': nothing('The sponsor wants to stay unnamed.'),
    },
    otherwise: HOUSEKEEPING,
    read: (payload) => {
      const title = requiredTitle(payload, 'sponsorship', 'sponsorable', 'login');
      const tier = titleAt(payload, 'sponsorship', 'tier', 'name');
      return {
        subject: title,
        data: { title, tier, url: textAt(payload, 'sponsorship', 'sponsor', 'html_url') },
      };
    },
  },
};

/** News of the repository itself, or of the organisation where the call names none. */
function readRepository(payload: unknown, more: Reading['data'] = {}): Reading {
  const title =
    titleAt(payload, 'repository', 'full_name') ?? requiredTitle(payload, 'organization', 'login');
  return { subject: title, data: { title, ...more } };
}

function readWiki(payload: unknown): Reading {
  const pages = listAt(payload, 'pages');
  const page = valueAt(pages, '0');
  const title = requiredText(payload, 'pages', '0', 'title');
  return {
    subject: title,
    data: {
      title,
      action: textAt(page, 'action'),
      text: bodyAt(page, 'summary'),
      url: textAt(page, 'html_url'),
      pageCount: pages.length,
      pages: pages
        .slice(0, MAX_PAGES)
        .map((entry) => jsonObject({ title: titleAt(entry, 'title'), url: textAt(entry, 'html_url') })),
    },
  };
}
