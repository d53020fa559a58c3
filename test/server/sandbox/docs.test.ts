import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { answerConnector } from '../../../server/sandbox/connector-webhook.ts';
import type { WebhookAnswer } from '../../../server/sandbox/message.ts';
import { answerWorkflow } from '../../../server/sandbox/workflow-webhook.ts';

/** The rows of the two tables of answers in docs/sandbox.md: what is sent, and what comes back. */
const docs = readFileSync(new URL('../../../docs/sandbox.md', import.meta.url), 'utf8');
const [, connectorTable = '', workflowTable = ''] = docs.split('| the request | answer |');

function rowsOf(table: string): [string, string][] {
  const rows = (table.split('\n\n')[0] ?? '').matchAll(/^\| (?!-)(.*) \| (.*) \|$/gm);
  return [...rows].map(([, request = '', answer = '']) => [request, answer]);
}

const CARD = { '@type': 'MessageCard', text: 'Hello' };
const ENVELOPE = {
  type: 'message',
  attachments: [
    { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } },
  ],
};
const LARGE = 'x'.repeat(25_000);

function connector(body: unknown, rest: object = {}): WebhookAnswer {
  const request = { standing: 'active', admitted: true, body: JSON.stringify(body), ...rest } as const;
  return answerConnector(request, 'tcid=0');
}

function workflow(body: unknown, rest: object = {}): WebhookAnswer {
  const request = { standing: 'active', admitted: true, signed: true, workflowId: 'id', ...rest } as const;
  return answerWorkflow({ ...request, body: JSON.stringify(body) });
}

/** One request for each row, in the tables' order. */
const CONNECTOR_ANSWERS = [
  connector(CARD, { standing: 'unknown' }),
  connector(CARD, { standing: 'removed' }),
  connector([]),
  connector({ title: 'A title' }),
  connector(CARD, { admitted: false }),
  connector({ text: LARGE }),
  connector(CARD),
];
const WORKFLOW_ANSWERS = [
  workflow(ENVELOPE, { standing: 'removed' }),
  workflow(ENVELOPE, { signed: false }),
  workflow(ENVELOPE, { admitted: false }),
  workflow({ ...ENVELOPE, summary: LARGE }),
  workflow(CARD.text),
  workflow(ENVELOPE),
  workflow(CARD),
];

it.each([
  ['connector', rowsOf(connectorTable), CONNECTOR_ANSWERS],
  ['Workflow', rowsOf(workflowTable), WORKFLOW_ANSWERS],
])('answers for a %s as the documentation says', (_kind, rows, answers) => {
  expect(rows).toHaveLength(answers.length);
  for (const [index, [request, documented]] of rows.entries()) {
    const { status, body } = answers[index] ?? { status: 0, body: '' };
    expect({ request, status }).toEqual({ request, status: Number(documented.slice(0, 3)) });
    const [, words = ''] = /^\d{3} `([^`]+)`/.exec(documented) ?? [];
    expect(body).toContain(words);
  }
});
