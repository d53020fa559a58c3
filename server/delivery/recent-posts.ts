import type { Pool } from 'pg';
import { createBatcher } from '../storage/batcher.ts';

/** When a channel's newest posts ended, oldest first, on this process' monotonic clock. */
export type RecentPosts = (configurationId: string) => Promise<number[]>;

/**
 * Reads the posts that other nodes, or this one before a restart, have made: at most `posts` of each channel.
 * Channels that are asked for at the same time share a statement.
 */
export function createRecentPosts(pool: Pool, posts: number): RecentPosts {
  return createBatcher<string, number[]>(
    async (ids) => {
      const { rows } = await pool.query<{ id: string; ages: number[] | null }>({
        name: 'recent-posts',
        text: `
          SELECT wanted.id,
                 (SELECT array_agg(newest.age_ms ORDER BY newest.age_ms DESC)
                    FROM (SELECT extract(epoch FROM now() - started_at)::float8 * 1000 - duration_ms AS age_ms
                            FROM attempt
                           WHERE configuration_id = wanted.id
                           ORDER BY id DESC
                           LIMIT $2) AS newest) AS ages
            FROM unnest($1::text[]) AS wanted (id)`,
        values: [ids, posts],
      });
      const read = performance.now();
      const byId = new Map(rows.map(({ id, ages }) => [id, ages ?? []]));
      return ids.map((id) => (byId.get(id) ?? []).map((age) => read - Math.max(0, age)));
    },
    { size: 250, concurrency: 2 },
  );
}
