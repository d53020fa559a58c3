import { expect, it } from 'vitest';
import type { Card } from '../../../server/cards/card.ts';
import { destinationOf } from '../../../server/destinations/destination-of.ts';

const CARD: Card = { title: 'A title', summary: 'A summary', severity: 'info', facts: [], links: [] };
const NOW = new Date('2026-11-21T10:00:00Z');

it.each([
  {
    kind: 'connector',
    card: { '@type': 'MessageCard' },
    success: { status: 200, body: '1' },
    verdict: 'posted',
  },
  { kind: 'workflow', card: { type: 'message' }, success: { status: 202, body: '' }, verdict: 'accepted' },
] as const)('a $kind is given its own card and its own verdict', ({ kind, card, success, verdict }) => {
  const destination = destinationOf(kind);
  expect(destination.kind).toBe(kind);
  expect(JSON.parse(destination.render(CARD))).toMatchObject(card);
  expect(destination.judge({ kind: 'response', ...success }, NOW).verdict).toBe(verdict);
});
