const DAY_MS = 86_400_000;

/** Until when a removal of that moment can be undone: the server keeps it for so many days. */
export function restorableUntil(removedAt: Date, keptDays: number): Date {
  return new Date(removedAt.getTime() + keptDays * DAY_MS);
}
