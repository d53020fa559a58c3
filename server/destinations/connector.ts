import { renderMessageCard } from '../cards/message-card.ts';
import type { Destination } from './destination.ts';
import { judgeConnectorAnswer } from './verdict.ts';

/** An Office 365 connector's webhook: takes MessageCards and says whether it posted them. */
export const connectorDestination: Destination = {
  kind: 'connector',
  render: renderMessageCard,
  judge: judgeConnectorAnswer,
};
