import { describe, expect, it } from 'vitest';
import { connector } from '../../manifest/connector.ts';
import { composeCard } from '../../server/cards/compose.ts';
import type { Event } from '../../server/events/event.ts';

const task: Event = {
  source: 'https://tasks.example/lighthouse',
  id: '1',
  type: 'task.created',
  time: new Date('2026-11-21T09:30:00Z'),
  data: {
    title: 'Repaint the *north* door',
    assignee: 'Ada',
    due: '2026-12-01',
    url: 'https://tasks.example/214',
  },
};

describe('the card of a task', () => {
  it('says what happened and to whom it was given', () => {
    expect(composeCard(task, { language: 'en', connector })).toMatchObject({
      title: String.raw`New task: Repaint the \*north\* door`,
      summary: 'New task: Repaint the *north* door',
      facts: [
        { title: 'Assigned to', value: 'Ada' },
        { title: 'Due', value: 'Dec 1, 2026' },
      ],
      links: [{ title: 'Open', url: 'https://tasks.example/214' }],
      origin: 'Cardwire · tasks.example/lighthouse',
    });
  });

  it('speaks French', () => {
    const card = composeCard({ ...task, type: 'task.updated' }, { language: 'fr', connector });
    expect(card.summary).toBe('Tâche modifiée\u00a0: Repaint the *north* door');
    expect(card.facts).toEqual([
      { title: 'Confiée à', value: 'Ada' },
      { title: 'Échéance', value: '1er\u00a0déc. 2026' },
    ]);
  });
});
