import Value from 'typebox/value';
import {
  type ActivityAnswer,
  type BacktestAnswer,
  BacktestRequest,
  type SuggestionsAnswer,
} from '../../server/lookback/schema.ts';
import { type Preview, PreviewRequest } from '../../server/previews/schema.ts';
import { json, Problem } from './fake-answers.ts';

/** What the page asks on the side: no form waits for it. */
export const ASIDES: ReadonlySet<string> = new Set([
  'GET /api/activity',
  'GET /api/suggestions',
  'POST /api/backtest',
  'POST /api/preview',
]);

/** What came lately, as the server tells it; tests change it as they like. */
export interface FakeLookback {
  activity: ActivityAnswer;
  /** By field. */
  suggestions: Map<string, SuggestionsAnswer['values']>;
  backtest(asked: BacktestRequest): BacktestAnswer;
  preview(wanted: PreviewRequest): Preview;
}

/** Few events: each condition of a filter halves them. */
export function createFakeLookback(): FakeLookback {
  return {
    activity: { days: 7, events: { 'task.created': 34, 'task.updated': 0 }, most: 10_000 },
    suggestions: new Map(),
    backtest({ filter }) {
      const conditions = (filter?.conditions.length ?? 0) + (filter?.except?.length ?? 0);
      const passed = Math.floor(34 / 2 ** conditions);
      const samples = [0, 1, 2].slice(0, passed).map((number) => ({
        event: String(100 - number),
        type: 'task.created',
        title: `Task number ${100 - number}`,
        time: `2026-11-0${4 - number}T08:00:00.000Z`,
      }));
      return { days: 7, came: 34, atLeast: false, tried: 34, passed, samples };
    },
    preview: ({ event, kind }) => ({
      kind,
      payload: bodyOf(kind, event === undefined ? 'A made-up task' : `Card no. ${event}`),
      bytes: 400,
      sample: event === undefined,
      title: 'A card',
    }),
  };
}

/** The answer to one of the `ASIDES`. */
export function answerAside(lookback: FakeLookback, call: string, url: URL, body: unknown): Response {
  switch (call) {
    case 'GET /api/activity':
      return json(lookback.activity);
    case 'GET /api/suggestions':
      return json({ values: lookback.suggestions.get(url.searchParams.get('field') ?? '') ?? [] });
    case 'POST /api/backtest':
      if (!Value.Check(BacktestRequest, body)) throw new Problem('invalid-request');
      return json(lookback.backtest(body));
    default:
      if (!Value.Check(PreviewRequest, body)) throw new Problem('invalid-request');
      return json(lookback.preview(body));
  }
}

function bodyOf(kind: Preview['kind'], text: string) {
  if (kind === 'connector')
    return { '@type': 'MessageCard', '@context': 'https://schema.org/extensions', text };
  const content = { type: 'AdaptiveCard', version: '1.4', body: [{ type: 'TextBlock', text }] };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  };
}
