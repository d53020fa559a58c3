import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  judgeConnectorAnswer,
  judgeWorkflowAnswer,
  type Verdict,
} from '../../../server/destinations/verdict.ts';

const NOW = new Date('2026-11-21T10:00:00Z');
const DOCS = readFileSync(new URL('../../../docs/destinations.md', import.meta.url), 'utf8');

/** What `any` in the tables is tried with. */
const ANY_BODIES = [
  '',
  '0',
  '-1',
  'one',
  '{}',
  '{"error":{"code":"Unheard"}}',
  '<html><title>Gone</title></html>',
];

interface Row {
  title: string;
  statuses: number[] | 'none';
  bodies: string[];
  verdict: string;
}

/** The rows of the table below a heading, with `any other` spelled out. */
function rowsBelow(heading: string): Row[] {
  const section = DOCS.split(`### ${heading}\n`)[1]?.split('\n#')[0] ?? '';
  const seen = new Set<number>();
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => {
      const [status = '', body = '', verdict = ''] = line
        .split('|')
        .slice(1, 4)
        .map((cell) => cell.trim());
      const statuses = statusesIn(status, seen);
      if (statuses !== 'none') for (const one of statuses) seen.add(one);
      return {
        title: `${status} ${body} → ${verdict}`,
        statuses,
        bodies: bodiesIn(body),
        verdict: verdict.slice(1, -1),
      };
    });
}

function statusesIn(cell: string, seen: ReadonlySet<number>): number[] | 'none' {
  if (cell === 'no answer') return 'none';
  const every = Array.from({ length: 500 }, (_, index) => index + 100);
  if (cell === 'any other') return every.filter((status) => !seen.has(status));
  return cell.split(', ').flatMap((part) => {
    const [from = '', to = from] = part.split('–');
    return every.filter((status) => status >= Number(from) && status <= Number(to));
  });
}

function bodiesIn(cell: string): string[] {
  if (cell === 'any') return ANY_BODIES;
  return [...cell.matchAll(/`([^`]*)`/g)].map(([, body = '']) =>
    body.replace(
      /^… (.*) …$/,
      'Webhook message delivery failed with error: Microsoft Teams endpoint returned $1 with ContextId tcid=0..',
    ),
  );
}

function response(status: number, body = '', retryAfter?: string): Answer {
  return { kind: 'response', status, body, ...(retryAfter !== undefined && { retryAfter }) };
}

describe.each([
  { heading: 'Connector', judge: judgeConnectorAnswer },
  { heading: 'Workflow', judge: judgeWorkflowAnswer },
])('the table "$heading" in docs/destinations.md', ({ heading, judge }) => {
  const rows = rowsBelow(heading);

  it('covers silence and every status', () => {
    expect(rows.map(({ statuses }) => statuses)).toContain('none');
    const covered = new Set(rows.flatMap(({ statuses }) => (statuses === 'none' ? [] : statuses)));
    expect(covered.size).toBe(500);
  });

  it.each(rows)('says what the code does: $title', ({ statuses, bodies, verdict }) => {
    if (statuses === 'none') {
      expect(judge({ kind: 'no-response', error: 'The host refused the connection.' }, NOW).verdict).toBe(
        verdict,
      );
      return;
    }
    expect(statuses.length * bodies.length).toBeGreaterThan(0);
    const wrong = statuses.flatMap((status) =>
      bodies
        .map((body) => ({ status, body, verdict: judge(response(status, body), NOW).verdict as string }))
        .filter((judged) => judged.verdict !== verdict),
    );
    expect(wrong).toEqual([]);
  });
});

it('the list of verdicts in docs/destinations.md is the list in the code', () => {
  const section = DOCS.split('## Verdicts\n')[1]?.split('\n## ')[0] ?? '';
  const listed = [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, verdict]) => verdict);
  const verdicts: Record<Verdict, true> = {
    posted: true,
    accepted: true,
    try_again: true,
    dead: true,
    card_wrong: true,
  };
  expect(listed).toEqual(Object.keys(verdicts));
});

describe('a connector that hides a failure in a 200', () => {
  const BODY =
    'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429 with ContextId tcid=622824298674363899,server=msgapi-production-cin-azsc4-1-64,cv=h3ya2/H5Fk6NjffrwlaWTQ.001=2..';

  it('is kept with the words and the ContextId of Teams', () => {
    expect(judgeConnectorAnswer(response(200, BODY), NOW)).toEqual({
      verdict: 'try_again',
      words: 'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429',
      contextId:
        'tcid=622824298674363899,server=msgapi-production-cin-azsc4-1-64,cv=h3ya2/H5Fk6NjffrwlaWTQ.001=2',
      retryAfterMs: 60_000,
    });
  });

  it('is not believed in a number that was cut off or is too long', () => {
    const cutOff = 'Microsoft Teams endpoint returned HTTP error 40';
    expect(judgeConnectorAnswer(response(200, cutOff), NOW).verdict).toBe('try_again');
    expect(judgeConnectorAnswer(response(200, `${cutOff}00`), NOW).verdict).toBe('try_again');
  });
});

describe('waiting', () => {
  it.each([
    { judge: judgeConnectorAnswer, status: 429, header: undefined, waitMs: 60_000 },
    { judge: judgeConnectorAnswer, status: 429, header: '5', waitMs: 60_000 },
    { judge: judgeConnectorAnswer, status: 429, header: '120', waitMs: 120_000 },
    { judge: judgeWorkflowAnswer, status: 429, header: '-1', waitMs: 60_000 },
    { judge: judgeWorkflowAnswer, status: 503, header: '7', waitMs: 7_000 },
    { judge: judgeWorkflowAnswer, status: 503, header: undefined, waitMs: undefined },
    { judge: judgeWorkflowAnswer, status: 503, header: 'Sat, 21 Nov 2026 10:01:40 GMT', waitMs: 100_000 },
    { judge: judgeWorkflowAnswer, status: 404, header: '7', waitMs: undefined },
    { judge: judgeWorkflowAnswer, status: 202, header: '7', waitMs: undefined },
  ])('after $status with Retry-After $header it takes $waitMs ms', ({ judge, status, header, waitMs }) => {
    expect(judge(response(status, '', header), NOW).retryAfterMs).toBe(waitMs);
  });
});

describe('words', () => {
  it('name the status when the body says nothing', () => {
    expect(judgeWorkflowAnswer(response(202, ' \n'), NOW)).toEqual({
      verdict: 'accepted',
      words: 'HTTP 202',
    });
  });

  it('are those of the network when there was no answer', () => {
    const error = 'The host refused the connection.';
    expect(judgeConnectorAnswer({ kind: 'no-response', error }, NOW)).toEqual({
      verdict: 'try_again',
      words: error,
    });
  });
});

describe('the error code of a Workflow', () => {
  it('is the outermost one', () => {
    const body = '{"error":{"code":"TriggerInputSchemaMismatch","details":[{"code":"WorkflowNotFound"}]}}';
    expect(judgeWorkflowAnswer(response(400, body), NOW).verdict).toBe('card_wrong');
  });

  it('is not looked for in what the card said', () => {
    const body = '{"error":{"code":"InvalidRequestContent","message":"title: WorkflowTriggerIsNotEnabled"}}';
    expect(judgeWorkflowAnswer(response(400, body), NOW).verdict).toBe('card_wrong');
  });

  it('is found in plain text and in cut off JSON, too', () => {
    const cutOff = '{"error": {"code" : "WorkflowTriggerIsNotEnabled", "message": "The workf';
    expect(judgeWorkflowAnswer(response(400, cutOff), NOW).verdict).toBe('dead');
    expect(judgeWorkflowAnswer(response(400, 'WorkflowTriggerIsNotEnabled: off'), NOW).verdict).toBe('dead');
  });

  it('does not make a server in trouble dead', () => {
    const body = '{"error":{"code":"WorkflowNotFound"}}';
    expect(judgeWorkflowAnswer(response(503, body), NOW).verdict).toBe('try_again');
  });
});
