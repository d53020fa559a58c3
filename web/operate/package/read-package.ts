import { ApiError } from '../../shared/api-error.ts';
import { problemOf } from '../../shared/request.ts';

/** The app package of this server, as a file. Fails with an `ApiError`, after `limitMs` at the latest. */
export async function readPackage(key: string, limitMs: number): Promise<Blob> {
  const signal = AbortSignal.timeout(limitMs);
  try {
    const answer = await fetch('/api/operate/package', {
      headers: { authorization: `Bearer ${key}` },
      credentials: 'omit',
      signal,
    });
    if (!answer.ok) throw problemOf(answer.status, await answer.text());
    return await answer.blob();
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError(signal.aborted ? 'late' : 'unreachable');
  }
}
