import type { Quirk } from './quirks.ts';

/**
 * The settings of one connector or tab: what the page set, and for a connector also what the host gives.
 * Which members there are is the page's business.
 */
export type InstanceSettings = Readonly<Record<string, unknown>>;

/** Addresses that the host opens later. */
const URL_MEMBERS = ['contentUrl', 'removeUrl', 'websiteUrl'];

/**
 * What the page passes to `setSettings`, or why the host refuses it, in the words of its answer. A tab needs
 * a `contentUrl`; every address must be absolute and http(s).
 */
export function readSettings(
  value: unknown,
  kind: 'connector' | 'tab',
): { settings: InstanceSettings } | { refusal: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { refusal: 'Settings must be an object.' };
  }
  const settings: InstanceSettings = { ...value };
  if (kind === 'tab' && !settings.contentUrl) return { refusal: 'contentUrl is missing.' };
  const wrong = URL_MEMBERS.find((name) => settings[name] && !isWebAddress(settings[name]));
  return wrong ? { refusal: `${wrong} must be an http(s) address.` } : { settings };
}

/**
 * What `getSettings` is answered with: what was stored, over it what the page has set since, over that what
 * the host owns. A connector dialog calls the name that the page chose `configName`.
 */
export function settingsAnswer(
  kind: 'connector' | 'tab',
  set: InstanceSettings,
  owned: InstanceSettings,
  quirks: ReadonlySet<Quirk>,
): InstanceSettings {
  if (quirks.has('names-missing')) {
    const { suggestedDisplayName: _name, ...rest } = set;
    return { ...rest, configName: null, ...owned };
  }
  const name = kind === 'connector' ? nameOf(set) : undefined;
  return { ...set, ...(name === undefined ? {} : { configName: name }), ...owned };
}

/** What to call a connector or tab: the page's own name for it, as far as it gave one. */
export function nameOf(settings: InstanceSettings): string | undefined {
  return textOf(settings, 'configName') ?? textOf(settings, 'suggestedDisplayName');
}

/** A member that is a filled string, or nothing. */
export function textOf(settings: InstanceSettings, name: string): string | undefined {
  const value = settings[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isWebAddress(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
