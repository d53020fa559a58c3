import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits in base64url: a state or a cookie's value. */
export function drawSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** 128 random bits in base64url: names something, gives no right. */
export function drawId(): string {
  return randomBytes(16).toString('base64url');
}

/** What is kept of a secret. It is long and random, so a plain hash hides it. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
