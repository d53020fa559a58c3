import { expect, type Page } from '@playwright/test';
import { createFakeServer } from '../web/fake-server.ts';
import { hostPage } from './host-page.ts';
import { createSite, type Site } from './site.ts';
import type { Language, Scene, SceneHost, State } from './state.ts';
import { ALL_WORDS } from './words.ts';

/** A host that the SDK believes in; nothing leaves the machine. */
const TEAMS = 'https://teams.microsoft.com';
const DOMAIN = 'cardwire.example.com';

const LOCALES: Record<Language, string> = { en: 'en-US', fr: 'fr-FR' };
const CHANNELS: Record<Language, string> = { en: 'General', fr: 'Général' };

/** A browser's page on which one state after the other is played: its process and its routes stay. */
export interface Stage {
  /** Opens the built page in this state: its host and its server are fakes, the rest is real. */
  enter(state: State, language: Language, theme?: Theme): Promise<Scene>;
}

/** Each scene has an origin of its own, so what pages keep, and what they still ask for, stays with theirs. */
export async function openStage(page: Page): Promise<Stage> {
  const sites = new Map<string, Site>();
  let host = '';
  await page.route('**', async (route) => {
    const { hostname } = new URL(route.request().url());
    const site = sites.get(hostname);
    if (site !== undefined) return site.serve(route);
    if (hostname === 'teams.microsoft.com') return route.fulfill({ contentType: 'text/html', body: host });
    if (hostname === 'res.cdn.office.net') return route.fulfill({ json: { validOrigins: [] } });
    return route.abort();
  });
  return {
    async enter(state, language, theme = 'default') {
      const server = createFakeServer();
      state.prepare?.(server, language);
      const hostname = `${sites.size}.${DOMAIN}`;
      const connect = state.connected?.(language);
      const site = createSite(connect?.fetch ?? server.fetch, state.hurried);
      sites.set(hostname, site);
      const { host: plan } = state;
      const address = withLooks(
        `https://${hostname}${state.address}`,
        language,
        // These follow the browser, so that nothing has to be opened anew.
        connect === undefined ? theme : undefined,
      );
      const context = { theme, locale: LOCALES[language], channelName: CHANNELS[language] };
      if (plan !== undefined) host = hostPage(address, plan, context);
      if (connect !== undefined) await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(plan === undefined ? address : TEAMS);
      const frame = plan === undefined ? page : page.frameLocator('iframe');
      const words = ALL_WORDS[language];
      const scene = {
        state,
        page,
        frame,
        words,
        language,
        server,
        address,
        host: hostOf(page),
        quiet: site.quiet,
      };
      await state.act?.(scene);
      await see(scene);
      // A state that passes may be one that waits for an answer.
      if (!state.passing) await site.quiet();
      return scene;
    },
  };
}

async function see({ state, frame, words, language }: Scene): Promise<void> {
  const sign = state.seen(words, language);
  await expect(frame.getByText(sign).or(frame.getByLabel(sign)).first()).toBeVisible();
}

/** Changes the theme as the user of Teams does while the page is open; what has no host to tell it is opened anew. */
export async function changeTheme(scene: Scene, theme: Theme): Promise<void> {
  const { state, page, frame, host, language, address } = scene;
  // A browser has no contrast theme to tell of.
  const shown = state.connected !== undefined && theme === 'contrast' ? 'dark' : theme;
  if (state.connected !== undefined)
    await page.emulateMedia({ colorScheme: theme === 'default' ? 'light' : 'dark' });
  else if (page === frame) await page.goto(withLooks(page.url(), language, theme));
  else if (state.host?.silent === undefined) await host.changeTheme(theme);
  else await host.openAnew(withLooks(address, language, theme));
  await expect(frame.locator('.fui-FluentProvider').first()).toHaveCSS(
    'background-color',
    BACKGROUNDS[shown],
  );
  await see(scene);
}

/** The themes of Teams, with their background: what a page that follows its host shows. */
const BACKGROUNDS = {
  default: 'rgb(255, 255, 255)',
  dark: 'rgb(41, 41, 41)',
  contrast: 'rgb(0, 0, 0)',
} as const;
export type Theme = keyof typeof BACKGROUNDS;
export const THEMES = Object.keys(BACKGROUNDS) as Theme[];
export const DARK_THEMES = ['dark', 'contrast'] as const satisfies readonly Theme[];
export const LANGUAGES = Object.keys(LOCALES) as Language[];

function hostOf(page: Page): SceneHost {
  const tell = (func: string, ...args: unknown[]) =>
    page.evaluate(([name, given]) => Reflect.get(globalThis, 'tell')(name, given), [func, args] as const);
  return {
    pressSave: (webhookUrl) => tell('settings.save', webhookUrl === undefined ? {} : { webhookUrl }),
    pressRemove: () => tell('settings.remove'),
    changeTheme: (theme) => tell('themeChange', theme),
    openAnew: (address) =>
      page.locator('iframe').evaluate((frame, src) => frame.setAttribute('src', src), address),
  };
}

/** As hosts fill in the placeholders of an address; outside a host it alone says how to look. */
function withLooks(address: string, language: Language, theme?: string): string {
  const url = new URL(address);
  url.searchParams.set('locale', LOCALES[language]);
  if (theme !== undefined) url.searchParams.set('theme', theme);
  return url.href;
}
