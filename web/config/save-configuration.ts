import type { Configuration, CreateConfiguration } from '../../server/configurations/schema.ts';
import type { Api } from '../shared/api.ts';
import { ApiError, isGone, surelyRefused } from '../shared/api-error.ts';
import type { HostConfig, HostSettings } from '../shared/host.ts';
import { HostError } from '../shared/host-error.ts';
import { CardNotTaken } from '../shared/test-card/card-not-taken.ts';
import { withBudget } from './budget.ts';
import { type Choice, changeTo, differences } from './choice.ts';
import { ChangedByOthers } from './conflict/conflict.ts';
import { SaveFailure } from './save-failure.ts';

/**
 * The parts of the 15 s that a save has: what is slow early must leave the channel time to take its card. Beyond
 * them the save is put back, and the host answered before it gives up.
 */
const STORE_MS = 5_000;
const HOST_MS = 4_000;
const UNDO_MS = 4_000;

/**
 * What is being saved to; kept, and changed by each save, while the page is open. With `stored` the save
 * edits it; without, it sets up a new one under `creationKey`.
 */
export interface SaveTarget {
  stored: Configuration | undefined;
  readonly creationKey: string;
}

export interface SaveRequest {
  wanted: Choice & Pick<CreateConfiguration, 'language' | 'host'>;
  /** The URL that came with the host's save, if it gave one. */
  offeredUrl?: string | undefined;
  /** The address that the user pasted, if any. */
  pastedUrl?: string | undefined;
  /** Where our pages are: scheme, host and port. */
  origin: string;
}

/** What a save needs of the world. */
export interface SavePorts {
  api: Api;
  storeConfig(settings: HostSettings, signal: AbortSignal): Promise<void>;
  readConfig(signal: AbortSignal): Promise<HostConfig>;
}

/**
 * Saves: server, host, then a card to the address that the host ends up with; only when the channel took that
 * do events flow, and only then is it saved. What fails on the way is put back as far as possible, and a
 * `SaveFailure` tells how far that was. The same save again is harmless, and posts no second card.
 */
export async function saveConfiguration(
  request: SaveRequest,
  target: SaveTarget,
  ports: SavePorts,
  signal: AbortSignal,
): Promise<Configuration> {
  const before = target.stored;
  const saved = before === undefined ? await create() : await change(before);
  let settingUrl = false;
  try {
    const inTime = withBudget(signal, HOST_MS);
    await ports.storeConfig(settingsFor(saved, request), inTime);
    // Only now does the host say for sure where it wants its cards: it may have changed the URL.
    const host = await ports.readConfig(inTime);
    const url = host.webhookUrl ?? request.offeredUrl ?? request.pastedUrl;
    if (url === undefined && saved.destination === undefined) throw new HostError('no-address');
    settingUrl = url !== undefined;
    if (url !== undefined) target.stored = await connect(url);
    // Rules for an address that takes nothing are no save that is true.
    else target.stored = saved.state === 'broken' ? await prove() : saved;
    return target.stored;
  } catch (cause) {
    const undone = before === undefined ? await removeAgain() : await changeBack(before);
    const urlAsBefore = !settingUrl || surelyRefused(cause) || cause instanceof CardNotTaken;
    // What is new and has no URL posts nothing, whether it could be taken away again or not.
    const unchanged = before === undefined ? undone || urlAsBefore : undone && urlAsBefore;
    throw new SaveFailure(cause, unchanged ? 'unchanged' : 'uncertain');
  }

  async function connect(url: string): Promise<Configuration> {
    const { connected, test, configuration } = await ports.api.connect(saved.id, url, signal);
    if (!connected && test !== undefined) throw new CardNotTaken(test);
    return configuration;
  }

  /** A card that the stored address takes also mends the configuration. */
  async function prove(): Promise<Configuration> {
    const test = await ports.api.sendTest(saved.id, undefined, signal);
    if (test.verdict !== 'posted' && test.verdict !== 'accepted') throw new CardNotTaken(test);
    return ports.api.readConfiguration(saved.id, signal);
  }

  async function create(): Promise<Configuration> {
    try {
      // Under the same key the server changes what it stored earlier, and brings back what was removed.
      const { creationKey } = target;
      return await ports.api.createConfiguration(
        { ...request.wanted, creationKey },
        withBudget(signal, STORE_MS),
      );
    } catch (cause) {
      throw new SaveFailure(cause, 'unchanged');
    }
  }

  async function change(stored: Configuration): Promise<Configuration> {
    const inTime = withBudget(signal, STORE_MS);
    const patch = (version: number) =>
      ports.api.changeConfiguration(stored.id, { version, ...changeTo(request.wanted) }, inTime);
    try {
      return await patch(stored.version).catch(async (error: unknown) => {
        if (!isConflict(error)) throw error;
        // A save whose answer was lost makes the version rise too, and so do pauses: those are no conflicts.
        const newest = await ports.api.readConfiguration(stored.id, inTime);
        if (differences(newest, request.wanted).length === 0) return newest;
        if (differences(newest, stored).length === 0) return patch(newest.version);
        target.stored = newest;
        throw new ChangedByOthers(stored, newest);
      });
    } catch (cause) {
      // The next save sets it up anew.
      if (isGone(cause)) target.stored = undefined;
      const unchanged = surelyRefused(cause) || cause instanceof ChangedByOthers;
      throw new SaveFailure(cause, unchanged ? 'unchanged' : 'uncertain');
    }
  }

  function removeAgain(): Promise<boolean> {
    return succeeds((undoSignal) => ports.api.removeConfiguration(saved.id, undoSignal));
  }

  function changeBack(earlier: Configuration): Promise<boolean> {
    return succeeds(async (undoSignal) => {
      const back = { version: saved.version, ...changeTo(earlier) };
      target.stored = await ports.api.changeConfiguration(saved.id, back, undoSignal);
    });
  }
}

/** Hosts fill these in, so that our pages begin in the right looks and language. */
const LOOKS = 'theme={app.theme}&locale={app.locale}';

function settingsFor({ id, name }: Configuration, { origin, wanted }: SaveRequest): HostSettings {
  const settings = {
    entityId: id,
    contentUrl: `${origin}/channel?id=${id}&${LOOKS}`,
    removeUrl: `${origin}/remove?id=${id}&${LOOKS}`,
    websiteUrl: `${origin}/channel?id=${id}`,
    suggestedDisplayName: name,
  };
  if (wanted.host.kind === 'tab') return settings;
  // What a connector's dialog opens to edit is its content; a tab's settings open the manifest's address.
  return { ...settings, contentUrl: `${origin}/config?host=connector&${LOOKS}`, configName: name };
}

function isConflict(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'configuration-changed';
}

/** Fails closed: what takes too long counts as not done. */
async function succeeds(undo: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), UNDO_MS);
  try {
    await undo(control.signal);
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
