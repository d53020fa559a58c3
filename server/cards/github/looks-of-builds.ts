import type { JsonObject } from '../../events/event.ts';
import { textAt } from '../../events/fields.ts';
import type { Severity } from '../card.ts';
import { fieldAsVariant, type Look, severityBy } from './look.ts';
import { description } from './texts.ts';

const RUN = {
  variantOf: fieldAsVariant('conclusion'),
  view: 'run',
  facts: ['commit', 'trigger', 'attempt'],
} as const;
const CHECK = {
  variantOf: fieldAsVariant('conclusion'),
  view: 'build',
  facts: ['commit'],
  text: description,
} as const;
const DEPLOYMENT = { view: 'deployment', facts: ['commitId'], text: description } as const;

/** Workflow runs, checks and deployments. What only waits for somebody is a warning. */
export const buildLooks = {
  'github.workflow_run.failed': { ...RUN, severity: failureOrWait },
  'github.workflow_run.succeeded': { ...RUN, severity: 'success' },
  'github.checks.failed': { ...CHECK, severity: failureOrWait },
  'github.checks.succeeded': { ...CHECK, severity: 'success' },
  'github.deployment.started': DEPLOYMENT,
  'github.deployment.review': {
    severity: severityBy('action', { requested: 'warning', approved: 'success', rejected: 'error' }),
    view: 'run',
    facts: ['branch', 'commit', 'reviewers'],
    text: description,
  },
  'github.deployment.failed': { ...DEPLOYMENT, severity: 'error' },
  'github.deployment.succeeded': { ...DEPLOYMENT, severity: 'success' },
  'github.page_build': {
    variantOf: fieldAsVariant('conclusion'),
    severity: severityBy('conclusion', { success: 'success', failure: 'error' }),
    view: 'repository',
    facts: ['commit'],
    text: description,
  },
} satisfies Record<string, Look>;

function failureOrWait(data: JsonObject): Severity {
  return textAt(data, 'conclusion') === 'action_required' ? 'warning' : 'error';
}
