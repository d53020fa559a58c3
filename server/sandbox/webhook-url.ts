import { randomBytes, randomUUID } from 'node:crypto';
import { SANDBOX_TENANT_ID } from './team.ts';

/**
 * Hosts of the sandbox's webhooks. They have the forms of Microsoft's own, so that pages and guards treat
 * them as real; requests to them reach this server through `webhook-connect.ts` and never the internet.
 */
export const CONNECTOR_HOST = 'cardwire-sandbox.webhook.office.com';
export const WORKFLOW_HOST = 'cardwire-sandbox.00.environment.api.powerplatform.com';

export const CONNECTOR_ROUTE = '/webhookb2/*';
export const WORKFLOW_ROUTE = '/powerautomate/automations/direct/*';

/** A webhook's URL and what the store keeps to know it again. */
export interface IssuedUrl {
  /** 32 hex digits, part of the URL. */
  id: string;
  url: string;
}

const hex = () => randomBytes(16).toString('hex');

/** A connector's URL in the form used since 2021: group and tenant, provider, id, user. */
export function issueConnectorUrl(
  tenantId = SANDBOX_TENANT_ID,
  origin = `https://${CONNECTOR_HOST}`,
): IssuedUrl {
  const id = hex();
  const path = `/webhookb2/${randomUUID()}@${tenantId}/IncomingWebhook/${id}/${randomUUID()}`;
  return { id, url: `${origin}${path}` };
}

/** A Workflow's URL in the form used since November 2025. The signature is what real ones have: 32 bytes. */
export function issueWorkflowUrl(origin = `https://${WORKFLOW_HOST}`): IssuedUrl {
  const id = hex();
  const path = `/powerautomate/automations/direct/workflows/${id}/triggers/manual/paths/invoke`;
  const query = new URLSearchParams({
    'api-version': '1',
    sp: '/triggers/manual/run',
    sv: '1.0',
    sig: randomBytes(32).toString('base64url'),
  });
  return { id, url: `${origin}${path}?${query}` };
}

/** The id in a connector's path, or nothing when the path has another form. */
export function connectorIdOf(path: string): string | undefined {
  return /^\/webhookb2\/[^/]+\/[^/]+\/([0-9a-f]{32})\/[^/]+$/.exec(path)?.[1];
}

/** The id in a Workflow's path, or nothing when the path has another form. */
export function workflowIdOf(path: string): string | undefined {
  return /\/workflows\/([0-9a-f]{32})\/triggers\/[^/]+\/paths\/invoke$/.exec(path)?.[1];
}
