import fc from 'fast-check';

/** Real in form, invented in content. */
export const SIGNATURE = 'q7Vt0zJm3XbR5nYcK1dLw8sUeP4hA2gFo6iTjC9EvB0';

const GROUP = '11111111-2222-4333-8444-555555555555';
const TENANT = '66666666-7777-4888-8999-aaaaaaaaaaaa';
const HEX = '0123456789abcdef0123456789abcdef';

export const CONNECTOR_PATH = `/webhookb2/${GROUP}@${TENANT}/IncomingWebhook/${HEX}/${GROUP}`;
export const WORKFLOW_PATH = `/powerautomate/automations/direct/workflows/${HEX}/triggers/manual/paths/invoke`;
export const WORKFLOW_QUERY = `?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${SIGNATURE}`;

export const CONNECTOR_URL = `https://contoso.webhook.office.com${CONNECTOR_PATH}`;
export const OLD_CONNECTOR_URL = `https://outlook.office.com/webhook/${GROUP}@${TENANT}/${GROUP}/${HEX}/${GROUP}`;
export const WORKFLOW_HOST = 'default0123456789abcdef0123456789abcd.ef.environment.api.powerplatform.com';
export const WORKFLOW_URL = `https://${WORKFLOW_HOST}${WORKFLOW_PATH}${WORKFLOW_QUERY}`;
export const OLD_WORKFLOW_URL = `https://prod-42.westeurope.logic.azure.com:443/workflows/${HEX}/triggers/manual/paths/invoke${WORKFLOW_QUERY}`;

/** 32 random bytes in base64url, as Microsoft signs the addresses of Workflows. */
export const signature = (): fc.Arbitrary<string> =>
  fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('base64url'));
