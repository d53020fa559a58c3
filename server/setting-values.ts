import { isIP } from 'node:net';

// The values of settings, one function for each form. Each throws the complaint about a value, to follow its name.

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function parsePort(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535) throw new Error('must be a port number from 0 to 65535.');
  return port;
}

export function parseSwitch(value: string): boolean {
  if (/^(on|true|1|yes)$/i.test(value)) return true;
  if (/^(off|false|0|no)$/i.test(value)) return false;
  throw new Error('must be "on" or "off".');
}

export function parseOrigin(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.username ||
    url.search ||
    url.hash ||
    url.pathname !== '/'
  ) {
    throw new Error('must be an address such as https://cardwire.example.com, without a path.');
  }
  return url.origin;
}

export function parseDatabaseUrl(value: string): string {
  if (!URL.canParse(value) || !/^postgres(ql)?:$/.test(new URL(value).protocol)) {
    // The value holds a password: it is not repeated.
    throw new Error('must look like postgresql://user:password@host:5432/database.');
  }
  return value;
}

export function parseDays(value: string): number {
  const days = Number(value);
  if (!/^\d+$/.test(value) || days < 1 || days > 3_650)
    throw new Error('must be a number of days from 1 to 3650.');
  return days;
}

/** One is kept while what is too old is removed; the others must do for people and deliveries meanwhile. */
const FEWEST_CONNECTIONS = 4;

export function parseConnections(value: string): number {
  const connections = Number(value);
  if (!/^\d{1,3}$/.test(value) || connections < FEWEST_CONNECTIONS || connections > 200)
    throw new Error(`must be a number from ${FEWEST_CONNECTIONS} to 200.`);
  return connections;
}

export function parseCount(value: string): number {
  const count = Number(value);
  if (!/^\d{1,8}$/.test(value) || count < 1) throw new Error('must be a number from 1 to 99999999.');
  return count;
}

/** Where reverse proxies usually are: on this machine, or in a network of one's own. */
export const PRIVATE_NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

export function parseNetworks(value: string): string[] {
  if (value === 'none') return [];
  return parseList(value).map((entry) => {
    if (PRIVATE_NETWORKS.includes(entry)) return entry;
    const [address = '', prefix, ...more] = entry.split('/');
    const bits = isIP(address) === 4 ? 32 : 128;
    const fits = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
    if (isIP(address) === 0 || !fits || more.length > 0)
      throw new Error(
        'must be "none", or IP addresses and networks such as 10.0.0.0/8, separated by commas.',
      );
    return entry;
  });
}

export function parseEndpoint(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    throw new Error('must be an address such as http://collector.example:4318.');
  }
  return url.href.replace(/\/+$/, '');
}

export function parseSecretKeys(value: string): Buffer[] {
  return parseList(value).map((entry) => {
    // Checked by its letters: Buffer would leave out what is no base64 and stop at the first "=".
    if (!/^[\w+/-]{43}=?$/.test(entry))
      throw new Error('must hold keys of 32 bytes in base64 (openssl rand -base64 32), separated by commas.');
    return Buffer.from(entry, 'base64');
  });
}

export function parseHosts(value: string): string[] {
  return parseList(value).map((entry) => {
    if (!/^([a-z0-9-]+\.)+[a-z]{2,}$/i.test(entry))
      throw new Error(`must hold host names such as webhook.office.com; "${entry}" is none.`);
    return entry.toLowerCase();
  });
}

export function parseFrameAncestors(value: string): string[] {
  return value.split(/[\s,]+/).map((entry) => {
    // One label may be a star: https://*.teams.microsoft.com. Nothing else can slip into the header.
    if (!/^https:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?$/i.test(entry)) {
      throw new Error(`must hold origins such as https://teams.microsoft.com; "${entry}" is none.`);
    }
    return entry;
  });
}

export function parseGuid(value: string): string {
  const guid = value.toLowerCase();
  if (!GUID.test(guid))
    throw new Error(`must be an id such as 11111111-2222-3333-4444-555555555555; "${value}" is none.`);
  return guid;
}

export function parseList(value: string): string[] {
  const entries = value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  if (entries.length === 0) throw new Error('must hold at least one entry.');
  return entries;
}

export function oneOf<const T extends readonly string[]>(allowed: T, value: string): T[number] {
  const found = allowed.find((entry) => entry === value.toLowerCase());
  if (!found) throw new Error(`must be one of ${allowed.join(', ')}.`);
  return found;
}
