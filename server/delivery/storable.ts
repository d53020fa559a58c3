/** PostgreSQL takes no NUL and no half characters: one such answer would keep a whole batch from being written. */
export function storable(text: string | undefined): string | null {
  return text?.replaceAll('\0', ' ').toWellFormed() ?? null;
}
