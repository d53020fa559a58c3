import type { Pool } from 'pg';
import type { Message } from './message.ts';
import type { Post, SandboxWebhook } from './schema.ts';

/** A channel keeps its newest posts; older ones are deleted as new ones come. */
export const POSTS_KEPT = 500;

/** Posts that a page asks for at once. */
export const POSTS_PAGE = 100;

interface Row {
  /** PostgreSQL's bigint, which arrives as text. */
  id: string;
  channel_id: string;
  sender_name: string;
  sender_kind: Post['sender']['kind'];
  format: Post['format'];
  content: unknown;
  posted_at: Date;
}

/** Stores a message in the webhook's channel. */
export async function addPost(pool: Pool, webhook: SandboxWebhook, message: Message): Promise<Post> {
  const { rows } = await pool.query<Row>(
    `INSERT INTO sandbox.post (channel_id, sender_name, sender_kind, format, content)
     VALUES ($1, $2, $3, $4, $5)
     RETURNING *`,
    [webhook.channelId, webhook.name, webhook.kind, message.format, JSON.stringify(message.content)],
  );
  const [row] = rows;
  if (!row) throw new Error('PostgreSQL returned no row for an INSERT');
  await pool.query(
    `DELETE FROM sandbox.post
     WHERE channel_id = $1
       AND id <= (SELECT id FROM sandbox.post WHERE channel_id = $1 ORDER BY id DESC OFFSET $2 LIMIT 1)`,
    [webhook.channelId, POSTS_KEPT],
  );
  return postOf(row);
}

export async function findPost(pool: Pool, id: number): Promise<Post | undefined> {
  const { rows } = await pool.query<Row>('SELECT * FROM sandbox.post WHERE id = $1', [id]);
  return rows[0] && postOf(rows[0]);
}

/** Puts another content in the place of a post's; nothing when the post is gone. */
export async function changePost(pool: Pool, id: number, content: unknown): Promise<Post | undefined> {
  const { rows } = await pool.query<Row>('UPDATE sandbox.post SET content = $2 WHERE id = $1 RETURNING *', [
    id,
    JSON.stringify(content),
  ]);
  return rows[0] && postOf(rows[0]);
}

/** The newest posts of a channel, oldest first; with `before`, the newest of those before that post. */
export async function listPosts(pool: Pool, channelId: string, before?: number): Promise<Post[]> {
  const { rows } = await pool.query<Row>(
    `SELECT * FROM sandbox.post
     WHERE channel_id = $1 AND id < COALESCE($2, 9223372036854775807)
     ORDER BY id DESC
     LIMIT $3`,
    [channelId, before ?? null, POSTS_PAGE],
  );
  return rows.map(postOf).reverse();
}

/** The posts of all channels that came after the post numbered `after`: the newest, oldest first. */
export async function listPostsAfter(pool: Pool, after: number): Promise<Post[]> {
  const { rows } = await pool.query<Row>(
    `SELECT * FROM sandbox.post
     WHERE id > $1
     ORDER BY id DESC
     LIMIT $2`,
    [after, POSTS_KEPT],
  );
  return rows.map(postOf).reverse();
}

function postOf(row: Row): Post {
  return {
    id: Number(row.id),
    channelId: row.channel_id,
    sender: { name: row.sender_name, kind: row.sender_kind },
    format: row.format,
    content: row.content,
    postedAt: row.posted_at.toISOString(),
  };
}
