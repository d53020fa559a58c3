import { expect, it } from 'vitest';
import { connector } from '../../../manifest/connector.ts';
import { BUDGET_BYTES } from '../../../server/cards/budget.ts';
import { gallery } from '../../../server/sandbox/gallery/gallery.ts';

const english = gallery(connector, 'en');
const french = gallery(connector, 'fr');

it('shows every event type of the connector', () => {
  const types = connector.eventGroups.flatMap((group) => group.eventTypes.map(({ type }) => type));
  expect(english.map(({ id }) => id)).toEqual(expect.arrayContaining(types));
});

it('has each card once, in both forms and within the budget', () => {
  expect(new Set(english.map(({ id }) => id)).size).toBe(english.length);
  for (const { id, bodies } of [...english, ...french]) {
    expect([id, bodies.map(({ kind }) => kind)]).toEqual([id, ['workflow', 'connector']]);
    for (const { bytes, payload } of bodies) {
      expect(bytes).toBe(Buffer.byteLength(JSON.stringify(payload)));
      expect(bytes).toBeLessThanOrEqual(BUDGET_BYTES);
    }
  }
});

it('shows one card that had to be shortened', () => {
  const [adaptive] = english.find(({ id }) => id === 'special.shortened')?.bodies ?? [];
  expect(adaptive?.bytes).toBeGreaterThan(BUDGET_BYTES * 0.9);
});

it('is the same each time', () => {
  expect(gallery(connector, 'en')).toEqual(english);
});

it('speaks French in French', () => {
  expect(french.map(({ id }) => id)).toEqual(english.map(({ id }) => id));
  const same = french.filter((card, index) => {
    const bodies = (of: typeof card | undefined) => JSON.stringify(of?.bodies);
    return bodies(card) === bodies(english[index]);
  });
  expect(same).toEqual([]);
});
