import { expect, it } from 'vitest';
import { DEFAULT_WEBHOOK_HOSTS, recogniseWebhook } from '../../../server/destinations/recognise.ts';
import {
  connectorIdOf,
  issueConnectorUrl,
  issueWorkflowUrl,
  workflowIdOf,
} from '../../../server/sandbox/webhook-url.ts';

it.each([
  ['connector', issueConnectorUrl],
  ['workflow', issueWorkflowUrl],
] as const)('gives out URLs that pass for those of a real %s', (kind, issue) => {
  expect(recogniseWebhook(issue().url, DEFAULT_WEBHOOK_HOSTS).kind).toBe(kind);
});

it('never gives out the same URL twice', () => {
  const issued = [issueConnectorUrl(), issueConnectorUrl(), issueWorkflowUrl(), issueWorkflowUrl()];
  expect(new Set(issued.map(({ url }) => url)).size).toBe(4);
  expect(new Set(issued.map(({ id }) => id)).size).toBe(4);
});

it('finds the id of a webhook in its path', () => {
  const connector = issueConnectorUrl();
  const workflow = issueWorkflowUrl();
  expect(connectorIdOf(new URL(connector.url).pathname)).toBe(connector.id);
  expect(workflowIdOf(new URL(workflow.url).pathname)).toBe(workflow.id);
});

it.each(['/webhookb2/', '/webhookb2/a/b/c', '/webhookb2/a/b/0123456789ABCDEF0123456789ABCDEF/c', '/'])(
  'finds no id in the path %j',
  (path) => {
    expect(connectorIdOf(path)).toBeUndefined();
    expect(workflowIdOf(path)).toBeUndefined();
  },
);
