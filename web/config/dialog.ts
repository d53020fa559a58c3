import { type HostConfig, type HostSettings, readConfig, setValidity, storeConfig } from '../shared/host.ts';

/** What the form is in: it keeps the settings and has the button that saves. */
export interface Dialog {
  /** The configuration that the page itself was opened to edit; absent in a host's dialog. */
  own?: string;
  readConfig(signal?: AbortSignal): Promise<HostConfig>;
  storeConfig(settings: HostSettings, signal?: AbortSignal): Promise<void>;
  setValidity(valid: boolean): void;
}

/**
 * A host's dialog, or, at `/config?edit={id}`, the page itself: hosts have no way to open their dialog from a
 * tab's content, and a plain browser has none. The host keeps what it has: the address of the tab stays the
 * same, whatever is edited.
 */
export function dialogAt(search: string): Dialog {
  const own = new URLSearchParams(search).get('edit');
  if (own === null || own === '') return { readConfig, storeConfig, setValidity };
  return {
    own,
    readConfig: async () => ({ entityId: own }),
    storeConfig: async () => undefined,
    setValidity: () => undefined,
  };
}
