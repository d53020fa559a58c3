import { SIGNATURE } from './server/destinations/webhooks.ts';

let count = 0;
const hex = () => {
  count += 1;
  return count.toString(16).padStart(32, '0');
};

/** The URL of a Workflow that no other test has. */
export const newWorkflow = () =>
  `https://a.00.environment.api.powerplatform.com/powerautomate/automations/direct/workflows/${hex()}/triggers/manual/paths/invoke?api-version=1&sig=${SIGNATURE}`;

/** The URL of a connector that no other test has. */
export const newConnector = () =>
  `https://contoso.webhook.office.com/webhookb2/g@t/IncomingWebhook/${hex()}/u`;
