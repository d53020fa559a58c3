/** How far the pages look back, and how much they may read. Times are in milliseconds. */
export const LOOKBACK = {
  days: 7,
  /** Of one type; more are counted as so many. */
  counted: 10_000,
  /** Events that a filter is tried on: some 50 ms of PostgreSQL's time. */
  tried: 2_000,
  /** Of their data as it is stored: a filter costs more the more there is to read. */
  triedBytes: 4_000_000,
  suggestions: 50,
  samples: 3,
  /** Counts and suggestions may be so old. */
  keptMs: 60_000,
  /** After this PostgreSQL gives up: people wait for an answer, and deliveries for the connection. */
  statementMs: 2_000,
  /** Statements at once, so that the pages leave connections to the deliveries. */
  atOnce: 2,
} as const;

const DAY_MS = 86_400_000;

/** The start of the time that is looked back on. */
export function lookbackStart(now: Date): Date {
  return new Date(now.getTime() - LOOKBACK.days * DAY_MS);
}
