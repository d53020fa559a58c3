import type { Vault } from '../storage/vault.ts';

/*
 * Ties the buttons of a card to the one channel and the one event that it was made for. The body of a MessageCard
 * is written by whoever has a webhook, so a post back that names a channel and an event proves nothing: only this
 * server can have made the key beside them.
 */

/** `event` is the event's number. */
export function actionKey(vault: Pick<Vault, 'sign'>, configurationId: string, event: string): string {
  return vault.sign(signedText(configurationId, event));
}

/** Fails closed. Keys made with an older one of SECRET_KEYS hold while that is in the ring. */
export function isActionKey(
  vault: Pick<Vault, 'isSigned'>,
  configurationId: string,
  event: string,
  key: string,
): boolean {
  return vault.isSigned(signedText(configurationId, event), key);
}

function signedText(configurationId: string, event: string): string {
  return `card action ${configurationId} ${event}`;
}
