import type { Api } from '../shared/api.ts';
import { configurationId } from '../shared/configuration-id.ts';
import { onRemove, setValidity } from '../shared/host.ts';
import type { Words } from '../shared/locales/en.ts';
import { removeConfiguration } from '../shared/remove-configuration.ts';

export type RemovalPhase = 'asking' | 'removing' | 'removed' | 'failed';

/**
 * Listens to the host's Remove, then lets it be pressed: the user may always remove, also what could not be
 * read. Hosts go on with the removal whatever the answer is. A failure is told all the same, because a
 * Workflow's address outlives the tab, and events would still be posted to it.
 */
export function listenToRemoval(api: Api, show: (phase: RemovalPhase) => void, words: Words): void {
  const reason = words.remove.failed;
  onRemove(
    async (signal) => {
      show('removing');
      try {
        const id = await configurationId();
        if (id !== undefined) await removeConfiguration(api, id, signal);
        show('removed');
        return { ok: true };
      } catch {
        show('failed');
        return { ok: false, reason };
      }
    },
    { late: () => reason, failed: () => reason },
  );
  setValidity(true);
}
