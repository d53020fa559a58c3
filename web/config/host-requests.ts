import type { Reply } from '../shared/answer-once.ts';
import type { Api } from '../shared/api.ts';
import { onRemove, onSave, readConfig, setValidity } from '../shared/host.ts';
import type { Words } from '../shared/locales/en.ts';
import { removeConfiguration } from '../shared/remove-configuration.ts';

/** What a press of the host's Save does now. */
export type SaveWork = (offer: { webhookUrl?: string }, signal: AbortSignal) => Promise<Reply>;

/**
 * Listens to the host's Save and Remove. `current` is asked at each press, so that it can follow the form;
 * while there is no form yet, a save is refused. Register before anything else: without handlers the SDK
 * answers the host with success, and nothing would be saved.
 */
export function listenToHost(api: Api, current: () => SaveWork | undefined, words: Words): void {
  const { config } = words;
  setValidity(false);
  const notReady: SaveWork = async () => ({ ok: false, reason: config.notReady });
  onSave((offer, signal) => (current() ?? notReady)(offer, signal), {
    late: () => `${config.tookTooLong} ${config.pressSave}`,
    failed: () => `${words.problems.internal.what} ${config.pressSave}`,
  });
  onRemove((signal) => removeFromDialog(api, signal), {
    late: () => words.remove.failed,
    failed: () => words.remove.failed,
  });
}

/**
 * Connector dialogs remove in the settings frame, and go on whatever the answer is. Fails open: the webhook
 * dies with the connector, so nothing is posted when our server was not reached; it learns it from the
 * webhook's 410.
 */
async function removeFromDialog(api: Api, signal: AbortSignal): Promise<Reply> {
  try {
    const { entityId } = await readConfig(signal);
    if (entityId !== undefined) await removeConfiguration(api, entityId, signal);
  } catch {
    // The user cannot do anything about it here, and nothing is lost.
  }
  return { ok: true };
}
