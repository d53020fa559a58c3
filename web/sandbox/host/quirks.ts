/**
 * What some hosts do to pages, each reported of Teams by people who met it. A quirk that is on holds for every
 * page that is opened from then on. See docs/sandbox.md.
 */
export const QUIRKS = [
  /** The address that `getSettings` gives after `setSettings` is another one (microsoft-teams-library-js 2290). */
  'url-changes',
  /** A connector's Manage opens the configuration page of the manifest, whatever was saved (2370). */
  'content-url-ignored',
  /** `configName` comes back null, and the context names neither team nor channel (355, 2160). */
  'names-missing',
  /** `setSettings` is answered with false. */
  'settings-refused',
  /** Every answer comes after `LATE_ANSWER_MS`. */
  'answers-late',
  /** `setSettings` is never answered. */
  'settings-unanswered',
  /** Nothing is answered at all, not even `initialize`. */
  'silent',
  /** What is removed is gone without a word to its page (439, 1825). */
  'removal-unasked',
] as const;
export type Quirk = (typeof QUIRKS)[number];

/** Long enough to be felt, and less than pages should wait: Cardwire's allows a save's two calls 4 s. */
export const LATE_ANSWER_MS = 1_500;

/** The members of the context that name a place, which some hosts leave out. */
const NAMES = ['teamName', 'channelName'];

/** The context as a host gives it that has no names at hand. */
export function withoutNames(context: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(context).filter(([name]) => !NAMES.includes(name)));
}

/** What a host does with the answer to a call: gives it, gives it late, or keeps it. */
export function answering(quirks: ReadonlySet<Quirk>, func: string): 'at-once' | 'late' | 'never' {
  if (quirks.has('silent')) return 'never';
  if (quirks.has('settings-unanswered') && func === 'settings.setSettings') return 'never';
  return quirks.has('answers-late') ? 'late' : 'at-once';
}
