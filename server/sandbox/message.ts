import type { Post } from './schema.ts';

/** What one request put into a channel. */
export type Message = Pick<Post, 'format' | 'content'>;

/** What a webhook answers, and the messages that it posts besides. */
export interface WebhookAnswer {
  status: number;
  contentType: 'text/plain; charset=utf-8' | 'application/json; charset=utf-8';
  body: string;
  /** Seconds, as the `Retry-After` header carries them. */
  retryAfter?: number;
  messages: Message[];
}

/** `unknown`: no webhook was ever made with this id. */
export type Standing = 'active' | 'removed' | 'unknown';

/** One request to a webhook, with everything that the answer depends on. */
export interface WebhookRequest {
  standing: Standing;
  body: string;
  /** Whether the pace leaves room for it. */
  admitted: boolean;
}

/**
 * Teams refuses a message of more than 28,672 bytes as it is stored, which is more than what was sent:
 * 24,453 bytes sent were counted as 28,897. That one measurement gives the ratio here.
 */
const STORED_LIMIT_BYTES = 28_672;
const STORED_PER_SENT = 28_897 / 24_453;

/** Whether Teams would find this body, sent as UTF-8, too large to store. */
export function isTooLarge(body: string): boolean {
  return Buffer.byteLength(body) * STORED_PER_SENT > STORED_LIMIT_BYTES;
}

/** A JSON object as it came from outside. */
export type Fields = { readonly [name: string]: unknown };

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The JSON object in `body`, or nothing when there is none. */
export function readFields(body: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
