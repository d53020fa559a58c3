import type { Settings } from './settings.ts';
import { type FolderSecrets, openDataFolder, readSecrets } from './storage/data-folder.ts';

/** The data folder, opened. */
export interface OwnData {
  folder: string;
  secrets: FolderSecrets;
}

/** Opens it for what nothing else provides; in production nothing is kept there, and this answers undefined. */
export function openOwnData(settings: Settings): OwnData | undefined {
  const isNeeded = settings.databaseUrl === undefined || settings.secretKeys.length === 0 || settings.sandbox;
  if (!isNeeded) return undefined;
  const folder = openDataFolder(settings.dataDir);
  return { folder, secrets: readSecrets(folder) };
}

/** For those who ask only where `openOwnData` opens it. */
export function needed(data: OwnData | undefined): OwnData {
  if (!data) throw new Error('the data folder was not opened');
  return data;
}
