import { readConfig } from './host.ts';

/** The configuration that a tab's page is about: named in its address, and by the host. */
export async function configurationId(): Promise<string | undefined> {
  const named = new URLSearchParams(window.location.search).get('id');
  return named === null || named === '' ? (await readConfig()).entityId : named;
}
