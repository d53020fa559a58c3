import type { Api } from './api.ts';
import { isGone, surelyRefused } from './api-error.ts';

const ATTEMPTS = 3;
const PAUSE_MS = 500;

/**
 * Removes a configuration on the server: three attempts, because a host asks only once and then forgets the
 * id. What is gone already counts as removed. Fails with the last `ApiError`.
 */
export async function removeConfiguration(api: Api, id: string, signal: AbortSignal): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await api.removeConfiguration(id, signal);
    } catch (error) {
      if (isGone(error)) return;
      if (attempt === ATTEMPTS || signal.aborted || surelyRefused(error)) throw error;
      await pause(PAUSE_MS);
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
