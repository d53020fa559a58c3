import { useState } from 'react';
import type { Choice, ChoiceField } from '../choice.ts';
import { type ChangedByOthers, type Conflict, conflictOf } from './conflict.ts';

interface ConflictState {
  conflict: Conflict | undefined;
  /** Others stored something else: what only they changed is taken over at once. */
  meet(others: ChangedByOthers, mine: Choice): void;
  decide(field: ChoiceField, whose: 'mine' | 'theirs'): void;
  clear(): void;
}

/** Holds what others changed until it is decided and saved. `take` puts their fields into the form. */
export function useConflict(take: (fields: readonly ChoiceField[], from: Conflict) => void): ConflictState {
  const [conflict, setConflict] = useState<Conflict>();
  return {
    conflict,
    meet({ base, theirs }, mine) {
      const found = conflictOf(base, mine, theirs);
      setConflict(found);
      take(found.taken, found);
    },
    decide(field, whose) {
      if (conflict === undefined) return;
      if (whose === 'theirs') take([field], conflict);
      setConflict({ ...conflict, open: conflict.open.filter((one) => one !== field) });
    },
    clear: () => setConflict(undefined),
  };
}
