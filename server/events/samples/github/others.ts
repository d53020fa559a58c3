import { ADA, account, call, LOUIS, REPOSITORY, type SampleCall } from './parts.ts';

const TEAM = { name: 'keepers', html_url: 'https://github.com/orgs/lighthouse/teams/keepers' };

/** Security, repositories and people. */
export const otherCalls: Readonly<Record<string, SampleCall>> = {
  'github.dependabot_alert': call('dependabot_alert', {
    action: 'created',
    alert: {
      number: 6,
      html_url: `${REPOSITORY}/security/dependabot/6`,
      dependency: { package: { name: 'almanac' }, manifest_path: 'package-lock.json' },
      security_advisory: { summary: 'A crafted date stops the clock', ghsa_id: 'GHSA-0000-0000-0000' },
      security_vulnerability: { severity: 'high', first_patched_version: { identifier: '3.1.4' } },
    },
  }),
  'github.code_scanning_alert': call('code_scanning_alert', {
    action: 'created',
    ref: 'refs/heads/main',
    alert: {
      number: 12,
      html_url: `${REPOSITORY}/security/code-scanning/12`,
      rule: { description: 'Query built from user-controlled sources', security_severity_level: 'medium' },
      tool: { name: 'CodeQL' },
    },
  }),
  'github.secret_scanning_alert': call('secret_scanning_alert', {
    action: 'created',
    alert: {
      number: 2,
      html_url: `${REPOSITORY}/security/secret-scanning/2`,
      secret_type_display_name: 'Weather service key',
    },
  }),
  'github.security_advisory': call('security_advisory', {
    action: 'published',
    security_advisory: {
      ghsa_id: 'GHSA-0000-0000-0000',
      summary: 'A crafted date stops the clock',
      description: 'Dates before **1900** are read without end.',
      severity: 'high',
      vulnerabilities: [{ package: { name: 'almanac' } }],
    },
  }),
  'github.branch_protection': call('branch_protection_rule', {
    action: 'edited',
    rule: { name: 'main' },
    changes: { required_approving_review_count: { from: 1 } },
  }),
  'github.deploy_key': call('deploy_key', {
    action: 'created',
    key: { title: 'north tower', read_only: true },
  }),
  'github.repository': call('repository', { action: 'publicized' }),
  'github.fork': call('fork', {
    forkee: { full_name: 'ada-marsh/lamp-control', html_url: 'https://github.com/ada-marsh/lamp-control' },
  }),
  'github.star': call('star', { action: 'created' }),
  'github.wiki': call('gollum', {
    pages: [
      { title: 'Night watch', action: 'edited', html_url: `${REPOSITORY}/wiki/Night-watch` },
      { title: 'Storms', action: 'created', html_url: `${REPOSITORY}/wiki/Storms` },
    ],
  }),
  'github.member': call('member', {
    action: 'added',
    member: LOUIS,
    changes: { permission: { to: 'write' } },
  }),
  'github.team': call('membership', { action: 'added', member: LOUIS, team: TEAM }),
  'github.organization': call('organization', {
    action: 'member_added',
    membership: { role: 'member', user: LOUIS },
  }),
  'github.sponsorship': call('sponsorship', {
    action: 'created',
    sponsorship: {
      privacy_level: 'public',
      sponsorable: account('lighthouse', 'Organization'),
      sponsor: ADA,
      tier: { name: '$5 a month' },
    },
  }),
  'github.webhook.deleted': call('meta', { action: 'deleted', hook_id: 7 }),
};
