import { isTrueAt, listAt, numberAt, textAt, textsAt, valueAt } from '../../fields.ts';
import { pageOf } from './home.ts';
import { bodyAt, nameWithin, requiredText, requiredTitle, titleAt } from './payload.ts';
import { each, type GithubReaders, HOUSEKEEPING, nothing, type Reading } from './reader.ts';

export const securityReaders: GithubReaders = {
  dependabot_alert: {
    outcomes: each(
      'github.dependabot_alert',
      ...['created', 'reintroduced', 'reopened', 'auto_reopened', 'fixed', 'dismissed', 'auto_dismissed'],
    ),
    otherwise: HOUSEKEEPING,
    read: (payload) => {
      const vulnerability = valueAt(payload, 'alert', 'security_vulnerability');
      const advisory = valueAt(payload, 'alert', 'security_advisory');
      return readAlert(payload, requiredTitle(payload, 'alert', 'security_advisory', 'summary'), {
        severity: textAt(vulnerability, 'severity') ?? textAt(advisory, 'severity'),
        package: textAt(payload, 'alert', 'dependency', 'package', 'name'),
        path: textAt(payload, 'alert', 'dependency', 'manifest_path'),
        fixedIn: textAt(vulnerability, 'first_patched_version', 'identifier'),
        advisory: textAt(advisory, 'cve_id') ?? textAt(advisory, 'ghsa_id'),
      });
    },
  },
  // What older servers send in place of dependabot_alert.
  repository_vulnerability_alert: {
    outcomes: each('github.dependabot_alert', 'create', 'dismiss', 'resolve', 'reopen'),
    otherwise: HOUSEKEEPING,
    read: (payload) =>
      readAlert(payload, requiredTitle(payload, 'alert', 'external_identifier'), {
        action: NEWER_ACTIONS[requiredText(payload, 'action')],
        severity: textAt(payload, 'alert', 'severity')?.replace('moderate', 'medium'),
        package: textAt(payload, 'alert', 'affected_package_name'),
        fixedIn: textAt(payload, 'alert', 'fixed_in'),
        advisory: textAt(payload, 'alert', 'ghsa_id'),
        url: pageOf(payload, 'security', 'dependabot'),
      }),
  },
  code_scanning_alert: {
    outcomes: each(
      'github.code_scanning_alert',
      ...['created', 'reopened', 'reopened_by_user', 'appeared_in_branch', 'fixed', 'closed_by_user'],
    ),
    otherwise: HOUSEKEEPING,
    read: (payload) => {
      const rule = valueAt(payload, 'alert', 'rule');
      return readAlert(payload, requiredTitle(payload, 'alert', 'rule', 'description'), {
        severity: textAt(rule, 'security_severity_level') ?? textAt(rule, 'severity'),
        tool: textAt(payload, 'alert', 'tool', 'name'),
        branch: nameWithin('refs/heads/', textAt(payload, 'ref') ?? ''),
      });
    },
  },
  secret_scanning_alert: {
    outcomes: each(
      'github.secret_scanning_alert',
      ...['created', 'publicly_leaked', 'reopened', 'resolved', 'revoked'],
    ),
    otherwise: HOUSEKEEPING,
    // What kind of secret it is, and never the secret.
    read: (payload) => {
      const kind = titleAt(payload, 'alert', 'secret_type_display_name');
      return readAlert(payload, kind ?? requiredTitle(payload, 'alert', 'secret_type'), {
        resolution: textAt(payload, 'alert', 'resolution'),
        url: textAt(payload, 'alert', 'html_url') ?? pageOf(payload, 'security', 'secret-scanning'),
      });
    },
  },
  secret_scanning_alert_location: { otherwise: HOUSEKEEPING },
  security_advisory: {
    outcomes: each('github.security_advisory', 'published', 'withdrawn'),
    otherwise: HOUSEKEEPING,
    read: readAdvisory,
  },
  branch_protection_rule: {
    outcomes: each('github.branch_protection', 'created', 'edited', 'deleted'),
    otherwise: HOUSEKEEPING,
    read: (payload) => {
      const rule = requiredTitle(payload, 'rule', 'name');
      const changes = Object.keys(Object(valueAt(payload, 'changes')));
      return {
        subject: rule,
        data: {
          title: rule,
          changes: changes.map((change) => titleAt(change)?.replaceAll('_', ' ') ?? '').slice(0, 20),
          url: pageOf(payload, 'settings', 'branches'),
        },
      };
    },
  },
  deploy_key: {
    outcomes: each('github.deploy_key', 'created', 'deleted'),
    otherwise: HOUSEKEEPING,
    read: (payload) => {
      const title = requiredTitle(payload, 'key', 'title');
      const access = isTrueAt(payload, 'key', 'read_only') ? 'read' : 'write';
      return { subject: title, data: { title, access, url: pageOf(payload, 'settings', 'keys') } };
    },
  },
  org_block: { otherwise: nothing('Who is blocked is not for a channel.') },
};

/** Those of `repository_vulnerability_alert`, as `dependabot_alert` calls them. */
const NEWER_ACTIONS: Readonly<Record<string, string>> = {
  create: 'created',
  dismiss: 'dismissed',
  resolve: 'fixed',
  reopen: 'reopened',
};

function readAlert(payload: unknown, title: string, more: Reading['data']): Reading {
  const number = numberAt(payload, 'alert', 'number');
  return {
    subject: number === undefined ? title : `#${number}`,
    data: { number, title, url: textAt(payload, 'alert', 'html_url'), ...more },
  };
}

function readAdvisory(payload: unknown): Reading {
  const id = requiredText(payload, 'security_advisory', 'ghsa_id');
  const advisory = valueAt(payload, 'security_advisory');
  const vulnerabilities = listAt(advisory, 'vulnerabilities');
  return {
    subject: id,
    data: {
      title: requiredTitle(payload, 'security_advisory', 'summary'),
      text: bodyAt(advisory, 'description'),
      severity: textAt(advisory, 'severity')?.replace('moderate', 'medium'),
      packages: [...new Set(textsAt(vulnerabilities, 'package', 'name'))].slice(0, 20),
      advisory: textAt(advisory, 'cve_id') ?? id,
      url: textAt(advisory, 'html_url') ?? `https://github.com/advisories/${encodeURIComponent(id)}`,
    },
  };
}
