import type { JsonObject } from '../../events/event.ts';
import { textAt } from '../../events/fields.ts';
import type { Severity } from '../card.ts';
import { type Look, severityBy } from './look.ts';
import { description } from './texts.ts';

export const securityLooks = {
  'github.dependabot_alert': {
    severity: alertSeverity,
    view: 'alert',
    facts: ['severity', 'path', 'fixedIn', 'advisory'],
  },
  'github.code_scanning_alert': {
    severity: alertSeverity,
    view: 'alert',
    facts: ['severity', 'branch', 'tool'],
  },
  // A secret has no severity: any that leaks is an error.
  'github.secret_scanning_alert': {
    severity: (data) => alertSeverity({ severity: 'high', ...data }),
    view: 'alert',
    facts: ['resolution'],
  },
  'github.security_advisory': {
    severity: (data) => (textAt(data, 'action') === 'withdrawn' ? 'info' : bySeverity(data)),
    view: 'advisory',
    facts: ['severity', 'packages', 'advisory'],
    text: description,
  },
  'github.branch_protection': {
    severity: severityBy('action', { deleted: 'warning' }),
    view: 'settings',
    facts: ['changes'],
  },
  'github.deploy_key': { view: 'settings', facts: ['access'] },
} satisfies Record<string, Look>;

const DONE = new Map<string, Severity>([
  ['fixed', 'success'],
  ['resolved', 'success'],
  ['revoked', 'success'],
  ['dismissed', 'info'],
  ['auto_dismissed', 'info'],
  ['closed_by_user', 'info'],
]);

/** An alert that is done is none any more. */
function alertSeverity(data: JsonObject): Severity {
  return DONE.get(textAt(data, 'action') ?? '') ?? bySeverity(data);
}

function bySeverity(data: JsonObject): Severity {
  const isSerious = ['critical', 'high', 'error'].includes(textAt(data, 'severity') ?? '');
  return isSerious ? 'error' : 'warning';
}
