import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Choice, differences } from '../../../web/config/choice.ts';
import { conflictOf } from '../../../web/config/conflict/conflict.ts';
import { exampleConfiguration } from '../examples.ts';

const choice = (): fc.Arbitrary<Choice> =>
  fc.record({
    name: fc.constantFrom('a', 'b', 'c'),
    eventTypes: fc.constantFrom(['x'], ['x', 'y'], ['y']),
    schedule: fc.constantFrom<Choice['schedule']>({ kind: 'hourly' }, { kind: 'daily', time: '09:00' }),
    timeZone: fc.constantFrom('UTC', 'Europe/Paris'),
  });

it('leaves nothing that others changed unsaid, and asks only where both changed something', () => {
  fc.assert(
    fc.property(choice(), choice(), choice(), (base, mine, stored) => {
      const theirs = exampleConfiguration(stored);
      const { taken, open } = conflictOf(base, mine, theirs);
      const changedThere = differences(base, theirs);
      const alike = changedThere.filter((field) => !differences(mine, theirs).includes(field));
      expect([...new Set([...taken, ...open, ...alike])].sort()).toEqual([...changedThere].sort());
      expect(taken.filter((field) => differences(base, mine).includes(field))).toEqual([]);
      expect(open.filter((field) => !differences(base, mine).includes(field))).toEqual([]);
    }),
  );
});
