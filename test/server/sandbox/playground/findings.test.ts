import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connector } from '../../../../manifest/connector.ts';
import { gallery } from '../../../../server/sandbox/gallery/gallery.ts';
import { findingsIn } from '../../../../server/sandbox/playground/findings.ts';

const envelope = (...body: object[]) => ({
  type: 'message',
  summary: 'S',
  attachments: [{ content: { type: 'AdaptiveCard', body } }],
});
const text = (words: string) => ({ type: 'TextBlock', wrap: true, text: words });
const codes = (body: unknown, kind: 'workflow' | 'connector' = 'workflow') =>
  findingsIn(body, kind).map(({ code }) => code);

describe('an Adaptive Card', () => {
  it.each([
    ['html', envelope(text('A <b>strong</b> wind'))],
    ['markdown', envelope(text('# Weather'))],
    ['markdown', envelope(text('![map](https://a.example/map.png)'))],
    [
      'action-unsupported',
      envelope({ type: 'ActionSet', actions: [{ type: 'Action.Submit', title: 'Go' }] }),
    ],
    ['input', envelope({ type: 'Input.Text', id: 'a' })],
    ['element-unknown', envelope({ type: 'Carousel' })],
    ['no-wrap', envelope({ type: 'TextBlock', text: 'x' })],
    ['no-summary', { ...envelope(), summary: '' }],
  ])('has %s found in it', (code, body) => {
    expect(codes(body)).toEqual([code]);
  });

  it('tells where, and what was seen there', () => {
    expect(findingsIn(envelope(text('fine'), text(`<i>${'x'.repeat(100)}</i>`)), 'workflow')).toEqual([
      { code: 'html', at: '/attachments/0/content/body/1/text', seen: `<i>${'x'.repeat(57)}…` },
    ]);
  });

  it('may mention people and compare numbers', () => {
    expect(codes(envelope(text('<at>Ada</at>: 3 < 4 and a <- b')))).toEqual([]);
  });
});

describe('a MessageCard', () => {
  const card = { '@type': 'MessageCard', text: 'Hello' };
  const actions = Array.from({ length: 5 }, () => ({ '@type': 'OpenUri', name: 'Open' }));

  it('has at most four buttons, and none through a Workflow', () => {
    expect(codes({ ...card, potentialAction: actions }, 'connector')).toEqual(['too-many-actions']);
    expect(codes({ ...card, potentialAction: actions.slice(1) })).toEqual(['buttons-dropped']);
  });

  it('has at most ten sections', () => {
    expect(codes({ ...card, sections: Array.from({ length: 11 }, () => ({})) }, 'connector')).toEqual([
      'too-many-sections',
    ]);
  });

  it('is measured against the budget, and against what Teams stores', () => {
    expect(codes({ ...card, text: 'x'.repeat(21_000) }, 'connector')).toEqual(['over-budget']);
    expect(codes({ ...card, text: 'x'.repeat(25_000) }, 'connector')).toEqual(['too-large']);
  });
});

it('finds nothing wrong with Cardwire’s own cards', () => {
  const wrong = gallery(connector, 'en').flatMap(({ id, bodies }) =>
    bodies.flatMap(({ kind, payload }) =>
      findingsIn(payload, kind).map(({ code, at, seen }) => `${id} ${kind} ${code} ${at} ${seen}`),
    ),
  );
  expect(wrong).toEqual([]);
});

it('any_json_is_looked_at_without_an_error', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => void findingsIn(value, 'connector')));
});
