import { describe, expect, it } from 'vitest';
import { connector } from '../../../manifest/connector.ts';
import type { Language } from '../../../server/cards/card.ts';
import { composeTestCard, type TestCard } from '../../../server/cards/test-card.ts';

const EVERY_TYPE = connector.eventGroups.flatMap((group) => group.eventTypes.map(({ type }) => type));

function cardOf(change: Partial<TestCard> = {}, language: Language = 'en') {
  const test: TestCard = {
    kind: 'connected',
    name: 'Release *news*',
    by: 'Ada [Marsh](https://evil.example)',
    eventTypes: ['task.created', 'task.updated'],
    at: new Date('2026-11-21T10:00:00Z'),
    ...change,
  };
  return composeTestCard(test, { language, timeZone: 'Europe/Paris', connector });
}

describe('the card that greets a channel', () => {
  it('says what comes here from now on, and who wanted it', () => {
    const card = cardOf();
    expect(card.summary).toBe('Connected: Release *news*');
    expect(card.text).toBe('From now on these events come here:\n\n- Task created\n- Task updated');
    expect(card.facts).toEqual([{ title: 'Sent by', value: 'Ada \\[Marsh\\](https://evil.example)' }]);
    expect(card.severity).toBe('success');
  });

  it('shows what people typed as they typed it', () => {
    expect(cardOf().title).toBe('Connected: Release \\*news\\*');
  });

  it('names some kinds and counts the others', () => {
    const lines = cardOf({ eventTypes: EVERY_TYPE }).text?.split('\n') ?? [];
    expect(lines.at(-1)).toBe(`- and ${EVERY_TYPE.length - 8} more`);
  });

  it('speaks the language of the channel', () => {
    const card = cardOf({}, 'fr');
    expect(card.summary).toBe('Connecté\u00a0: Release *news*');
    expect(card.text).toContain('- Tâche créée');
  });
});

it('is a test card where nothing is new', () => {
  const card = cardOf({ kind: 'test' });
  expect([card.summary, card.text]).toEqual(['Test card', 'Cards of “Release \\*news\\*” arrive here.']);
});
