import type { FetchImplementation } from 'jose';

/** Microsoft's key sets have some 20 KB; they are read unpacked, so a small answer cannot become a large one. */
const KEYS_MAX_BYTES = 512 * 1_024;

/**
 * Fetches a key set for jose, which sets the time limit, follows no redirect and wants status 200. Rejects when the
 * answer is longer than any key set.
 */
export const fetchKeys: FetchImplementation = async (url, options) => {
  const response = await fetch(url, options);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    // Leaving the loop closes the connection.
    if (length > KEYS_MAX_BYTES) throw new Error('The key set is longer than any.');
    pieces.push(piece);
  }
  return new Response(Buffer.concat(pieces), { status: response.status });
};
