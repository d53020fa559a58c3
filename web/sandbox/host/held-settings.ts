import type { Quirk } from './quirks.ts';
import { type InstanceSettings, readSettings, settingsAnswer } from './settings.ts';

export interface HeldSettingsOptions {
  kind: 'connector' | 'tab';
  /** What `getSettings` answers before the page has set anything. */
  stored: InstanceSettings;
  /** What the host itself puts into the settings; it wins over what the page sets. */
  owned: InstanceSettings;
  quirks: ReadonlySet<Quirk>;
  /** Another webhook in the place of the connector's: its address. Asked when `url-changes` is on. */
  renewWebhook(): Promise<string>;
}

/** The settings that the host holds for one page while it is open. */
export interface HeldSettings {
  /** What `getSettings` is answered with. */
  get(): InstanceSettings;
  /** Takes what `setSettings` brings: the arguments of its answer. */
  set(value: unknown): Promise<[true] | [false, string]>;
  webhookUrl(): unknown;
  /** What the page has set since it was opened, or nothing. */
  changes(): InstanceSettings | undefined;
  /** The page was loaded anew. */
  forget(): void;
}

export function holdSettings(options: HeldSettingsOptions): HeldSettings {
  const { kind, stored, quirks } = options;
  let { owned } = options;
  let changed: InstanceSettings | undefined;
  return {
    get: () => settingsAnswer(kind, { ...stored, ...changed }, owned, quirks),
    async set(value) {
      const read = readSettings(value, kind);
      if ('refusal' in read) return [false, read.refusal];
      if (quirks.has('settings-refused')) return [false, 'The host refuses these settings.'];
      changed = read.settings;
      if (!quirks.has('url-changes') || owned.webhookUrl === undefined) return [true];
      try {
        owned = { ...owned, webhookUrl: await options.renewWebhook() };
        return [true];
      } catch (error) {
        return [false, error instanceof Error ? error.message : String(error)];
      }
    },
    webhookUrl: () => owned.webhookUrl,
    changes: () => changed,
    forget() {
      changed = undefined;
    },
  };
}
