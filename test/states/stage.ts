import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, type Route } from '@playwright/test';
import { en } from '../../web/shared/locales/en.ts';
import { fr } from '../../web/shared/locales/fr.ts';
import { createFakeServer, type FakeServer } from '../web/fake-server.ts';
import { hostPage } from './host-page.ts';
import type { Language, Scene, SceneHost, State } from './state.ts';

/** Hosts that the SDK believes are these; nothing leaves the machine. */
const TEAMS = 'https://teams.microsoft.com';
const CARDWIRE = 'https://cardwire.example.com';

const BUILT_PAGES = join(import.meta.dirname, '../../dist/web');
const LOCALES: Record<Language, string> = { en: 'en-US', fr: 'fr-FR' };
const CHANNELS: Record<Language, string> = { en: 'General', fr: 'Général' };

/** Opens the built page in this state: its host and its server are fakes, the rest is real. */
export async function enter(page: Page, state: State, language: Language, theme = 'default'): Promise<Scene> {
  const server = createFakeServer();
  state.prepare?.(server, language);
  await page.route('**', (route) => route.abort());
  await page.route(`${CARDWIRE}/**`, (route) => serve(route, server));
  await page.route('https://res.cdn.office.net/**', (route) => route.fulfill({ json: { validOrigins: [] } }));
  const words = language === 'fr' ? fr : en;
  const { host: plan } = state;
  const address = withLooks(`${CARDWIRE}${state.address}`, language, theme);
  if (plan !== undefined) {
    const context = { theme, locale: LOCALES[language], channelName: CHANNELS[language] };
    const body = hostPage(address, plan, context);
    await page.route(`${TEAMS}/**`, (route) => route.fulfill({ contentType: 'text/html', body }));
  }
  await page.goto(plan === undefined ? address : TEAMS);
  const frame = plan === undefined ? page : page.frameLocator('iframe');
  const scene = { state, page, frame, words, language, server, host: hostOf(page) };
  await state.act?.(scene);
  await see(scene);
  return scene;
}

async function see({ state, frame, words, language }: Scene): Promise<void> {
  const sign = state.seen(words, language);
  await expect(frame.getByText(sign).or(frame.getByLabel(sign)).first()).toBeVisible();
}

/** Changes the theme as the user of Teams does while the page is open; what has no host to tell it is opened anew. */
export async function changeTheme(scene: Scene, theme: Theme): Promise<void> {
  const { state, page, frame, host, language } = scene;
  if (page === frame) await page.goto(withLooks(page.url(), language, theme));
  else if (state.host?.silent === undefined) await host.changeTheme(theme);
  else await host.openAnew(withLooks(`${CARDWIRE}${state.address}`, language, theme));
  await expect(frame.locator('.fui-FluentProvider').first()).toHaveCSS(
    'background-color',
    BACKGROUNDS[theme],
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

async function serve(route: Route, server: FakeServer): Promise<void> {
  const request = route.request();
  const { pathname } = new URL(request.url());
  if (pathname.startsWith('/api/')) {
    const body = request.postData();
    const init = { method: request.method(), headers: request.headers(), ...(body !== null && { body }) };
    const answer = await server.fetch(request.url(), init).catch(() => undefined);
    if (answer === undefined) return route.abort('connectionrefused');
    const { status } = answer;
    return route.fulfill({
      status,
      headers: Object.fromEntries(answer.headers),
      body: await answer.text(),
    });
  }
  const file = join(BUILT_PAGES, pathname.includes('.') ? pathname : `${pathname}/index.html`);
  return existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404 });
}

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
function withLooks(address: string, language: Language, theme: string): string {
  const url = new URL(address);
  url.searchParams.set('locale', LOCALES[language]);
  url.searchParams.set('theme', theme);
  return url.href;
}
