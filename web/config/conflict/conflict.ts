import type { Configuration } from '../../../server/configurations/schema.ts';
import { type Choice, type ChoiceField, differences } from '../choice.ts';

/** What others changed since the form was opened, and what it means for what it holds. */
export interface Conflict {
  /** What was stored when the form was opened. */
  base: Choice;
  theirs: Configuration;
  /** What only they changed: it is taken over. */
  taken: ChoiceField[];
  /** What both changed, and not alike: the user says whose counts. */
  open: ChoiceField[];
}

/** Compares what others stored with what the user wants, both seen from what was there before. */
export function conflictOf(base: Choice, mine: Choice, theirs: Configuration): Conflict {
  const changedHere = new Set(differences(base, mine));
  const unlike = new Set(differences(mine, theirs));
  const changedThere = differences(base, theirs);
  return {
    base,
    theirs,
    taken: changedThere.filter((field) => !changedHere.has(field)),
    open: changedThere.filter((field) => changedHere.has(field) && unlike.has(field)),
  };
}

/** Others changed what is being saved: nothing of theirs was overwritten. */
export class ChangedByOthers extends Error {
  readonly base: Choice;
  readonly theirs: Configuration;

  constructor(base: Choice, theirs: Configuration) {
    super('Others changed it meanwhile');
    this.name = 'ChangedByOthers';
    this.base = base;
    this.theirs = theirs;
  }
}
