import type { Miss } from '../../../server/sandbox/behaviour.ts';
import type { Post } from '../../../server/sandbox/schema.ts';

/** One thing in a channel, as time went by. Misses of the same kind in a row are one, under the last of them. */
export type TimelineEntry = { kind: 'post'; post: Post } | { kind: 'miss'; last: Miss; count: number };

/**
 * Posts, oldest first, with the misses between them. Where there are `earlier` posts that were not read yet, the
 * misses between those wait for them.
 */
export function timelineOf(
  posts: readonly Post[],
  misses: readonly Miss[],
  earlier: boolean,
): TimelineEntry[] {
  const since = earlier ? (posts[0]?.postedAt ?? '') : '';
  const dated = [
    ...posts.map((post) => ({ at: post.postedAt, entry: { kind: 'post', post } as const })),
    ...misses
      .filter(({ at }) => at >= since)
      .map((miss) => ({ at: miss.at, entry: { kind: 'miss', last: miss, count: 1 } as const })),
  ];
  dated.sort((one, other) => one.at.localeCompare(other.at));
  const entries: TimelineEntry[] = [];
  for (const { entry } of dated) {
    const before = entries.at(-1);
    if (entry.kind === 'miss' && before?.kind === 'miss' && isSame(entry.last, before.last)) {
      entries[entries.length - 1] = { ...entry, count: before.count + 1 };
    } else {
      entries.push(entry);
    }
  }
  return entries;
}

/** Ids in the words of an answer differ from one to the next. */
function isSame(one: Miss, other: Miss): boolean {
  return (
    one.status === other.status &&
    one.sender.kind === other.sender.kind &&
    one.sender.name === other.sender.name &&
    one.words.slice(0, 80) === other.words.slice(0, 80)
  );
}
