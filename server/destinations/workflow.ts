import { renderAdaptiveCard } from '../cards/adaptive-card.ts';
import type { Destination } from './destination.ts';
import { judgeWorkflowAnswer } from './verdict.ts';

/** A Workflow's webhook: takes Adaptive Cards in an envelope and says only that it accepted them. */
export const workflowDestination: Destination = {
  kind: 'workflow',
  render: renderAdaptiveCard,
  judge: judgeWorkflowAnswer,
};
