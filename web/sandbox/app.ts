/** The app that the sandbox opens: where its configuration page is, and what to call it. */
export interface AppLocation {
  name: string;
  /** May hold Teams' placeholders, such as `{theme}`. */
  configurationUrls: Readonly<Record<'connector' | 'tab', string>>;
}

/** What Teams would read from the app's manifest: one page for both hosts, told apart by the query. */
const CONFIGURATION_PATH = '/config';
const PLACEHOLDERS = 'theme={theme}&locale={locale}';

/** The app that the sandbox runs for alone: its page is on our own origin. */
export function aloneWith(path: string, ownOrigin: string, name: string): AppLocation {
  const url = ownOrigin + path;
  return { name, configurationUrls: { connector: url, tab: url } };
}

/**
 * Reads `?app=https://…` of the sandbox's own address. An origin alone means Cardwire running there; a whole
 * address is taken for the configuration page itself, for both kinds. Anything but http(s) is ignored.
 */
export function readAppLocation(search: string, ownOrigin: string, ownName: string): AppLocation {
  const given = new URLSearchParams(search).get('app');
  const url = given !== null && URL.canParse(given) ? new URL(given) : new URL(ownOrigin);
  const app = /^https?:$/.test(url.protocol) ? url : new URL(ownOrigin);
  const name = app.origin === ownOrigin ? ownName : app.host;
  if (app.pathname !== '/') return { name, configurationUrls: { connector: app.href, tab: app.href } };
  const page = (kind: string) => `${app.origin}${CONFIGURATION_PATH}?host=${kind}&${PLACEHOLDERS}`;
  return { name, configurationUrls: { connector: page('connector'), tab: page('tab') } };
}
