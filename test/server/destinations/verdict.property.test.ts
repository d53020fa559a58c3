import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Answer,
  judgeConnectorAnswer,
  judgeWorkflowAnswer,
} from '../../../server/destinations/verdict.ts';

const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.json(),
  fc.constantFrom(
    '1',
    ' "1"\n',
    'Microsoft Teams endpoint returned HTTP error ',
    '429',
    ' with ContextId tcid=0,',
    '{"error":{"code":"',
    'WorkflowNotFound',
    '"}}',
    '<html>',
  ),
);
const body = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record(
    { kind: fc.constant('response' as const), status: fc.integer(), body, retryAfter: fc.string() },
    { requiredKeys: ['kind', 'status', 'body'] },
  ),
  fc.record(
    {
      kind: fc.constant('response' as const),
      status: fc.integer({ min: 100, max: 599 }),
      body,
      retryAfter: fc.string(),
    },
    { requiredKeys: ['kind', 'status', 'body'] },
  ),
  fc.record({ kind: fc.constant('no-response' as const), error: body }),
);
const now = fc.date();

it('any answer whatever gives exactly one verdict and never throws', () => {
  fc.assert(
    fc.property(answer, now, (given, at) => {
      for (const judge of [judgeConnectorAnswer, judgeWorkflowAnswer]) {
        const judgement = judge(given, at);
        expect(['posted', 'accepted', 'try_again', 'dead', 'card_wrong']).toContain(judgement.verdict);
        expect(judgement.words.length).toBeLessThanOrEqual(500);
        expect(judge(given, at)).toEqual(judgement);
      }
    }),
  );
});

it('a workflow never claims that it posted, and a connector never that it only accepted', () => {
  fc.assert(
    fc.property(answer, now, (given, at) => {
      expect(judgeWorkflowAnswer(given, at).verdict).not.toBe('posted');
      expect(judgeConnectorAnswer(given, at).verdict).not.toBe('accepted');
    }),
  );
});

it('nothing counts as delivered without a status of success', () => {
  fc.assert(
    fc.property(answer, now, (given, at) => {
      if (given.kind === 'response' && given.status >= 200 && given.status <= 299) return;
      for (const judge of [judgeConnectorAnswer, judgeWorkflowAnswer]) {
        expect(['posted', 'accepted']).not.toContain(judge(given, at).verdict);
      }
    }),
  );
});

it('a connector counts as posted exactly when the body is a number above 0 and nothing else', () => {
  const judge = (text: string) =>
    judgeConnectorAnswer({ kind: 'response', status: 200, body: text }, new Date(0)).verdict;
  fc.assert(
    fc.property(fc.integer({ max: 999_999 }), fc.string({ unit: 'binary', minLength: 1 }), (count, more) => {
      expect(judge(`${count}`) === 'posted').toBe(count > 0);
      expect(judge(` "${count}"\r\n`) === 'posted').toBe(count > 0);
      if (/[^\d\s"]/.test(more)) expect(judge(count + more)).not.toBe('posted');
    }),
  );
});
