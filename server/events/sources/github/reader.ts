import type { Json } from '../../event.ts';
import type { GithubEventType } from './event-types.ts';

/** Why something becomes no event: a sentence for people who look for it. */
export interface Nothing {
  ignored: string;
}

/** What becomes of a call: an event of this type, or nothing. */
export type Outcome = GithubEventType | Nothing;

/** What an event says beside what all of GitHub's say. Fields without a value are left out. */
export interface Reading {
  /** What it is about: "#7", "refs/heads/main". */
  subject: string;
  /** `action` stands for GitHub's own, `actor` for the sender, `url` for the repository's page. */
  data: Record<string, Json | undefined>;
}

/** How one of GitHub's events is read. */
export interface GithubReader {
  /** What tells its outcomes apart; without it, GitHub's `action`. */
  kindOf?(payload: unknown): string | undefined;
  /** The outcome of each kind. */
  outcomes?: Readonly<Record<string, Outcome>>;
  /** The outcome of all other kinds, and of those that GitHub adds later. */
  otherwise: Outcome;
  /** Asked when the outcome is an event. Throws `invalid-event` when the payload lacks what it is about. */
  read?(payload: unknown): Reading;
}

/** By the name of GitHub's event. */
export type GithubReaders = Readonly<Record<string, GithubReader>>;

/** The same outcome for several kinds. */
export function each<T extends Outcome>(outcome: T, ...kinds: string[]): Record<string, T> {
  return Object.fromEntries(kinds.map((kind) => [kind, outcome]));
}

export function nothing(ignored: string): Nothing {
  return { ignored };
}

/** The same news come with another of GitHub's events, which is the one that is read. */
export function toldBy(name: string): Nothing {
  return nothing(`GitHub’s event “${name}” tells it.`);
}

export const HOUSEKEEPING = nothing('Housekeeping: in a channel it would be noise.');
export const TOLD_AT_THE_END = nothing('It is told once it has ended.');
export const NOBODY_NEEDED = nothing('It asks nobody for anything.');
