import { expect, it } from 'vitest';
import { answeredCard } from '../../../server/cards/answered-card.ts';
import { sampleCard } from './sample-card.ts';

const answer = { title: '*Revert*', by: 'Ada_Marsh', at: new Date('2026-11-21T10:14:00Z') };

it('a card that was answered says what, who and when before all facts, and cannot be answered again', () => {
  const card = answeredCard(sampleCard, answer);
  expect(card.facts).toEqual([
    { title: 'Answer', value: String.raw`**\*Revert\*** · Ada\_Marsh · Nov 21, 2026, 10:14 AM UTC` },
    ...sampleCard.facts,
  ]);
  expect(card.actions).toEqual([]);
  expect(card.postBack).toBeUndefined();
  expect(card.links).toEqual(sampleCard.links);
});

it('is answered in the words and the time of its channel', () => {
  const card = answeredCard({ ...sampleCard, language: 'fr', timeZone: 'Europe/Paris' }, answer);
  expect(card.facts[0]).toEqual({
    title: 'Réponse',
    value: expect.stringContaining('21\u00a0nov. 2026, 11:14'),
  });
});
