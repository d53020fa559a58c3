import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../server/configurations/event-question.ts';

const ID = 'bG9va2luZ19mb3JfY2FyZA';

describe('what somebody pastes', () => {
  it.each([
    ['', undefined],
    ['  ', undefined],
    [`https://cards.example/event?id=${ID}&event=42`, { kind: 'ours', configurationId: ID, number: 42n }],
    [
      ` http://localhost:3000/sub/event?event=42&id=${ID} `,
      { kind: 'ours', configurationId: ID, number: 42n },
    ],
    ['https://github.com/o/r/pull/5/#issue-1', { kind: 'link', url: 'https://github.com/o/r/pull/5' }],
    ['https://github.com/o/r/pull/5?w=1', { kind: 'link', url: 'https://github.com/o/r/pull/5?w=1' }],
    [
      `https://cards.example/event?id=short&event=42`,
      { kind: 'link', url: 'https://cards.example/event?id=short&event=42' },
    ],
    ['214-7', { kind: 'id', id: '214-7' }],
    ['https://', { kind: 'id', id: 'https://' }],
    ['javascript:alert(1)', { kind: 'id', id: 'javascript:alert(1)' }],
  ])('%j is understood', (text, question) => {
    expect(readQuestion(text)).toEqual(question);
  });

  it('never_throws_whatever_it_is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl({ withFragments: true, withQueryParameters: true })),
        (text) => {
          readQuestion(text);
        },
      ),
    );
  });
});
