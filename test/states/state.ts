import type { FrameLocator, Page } from '@playwright/test';
import type { FakeConnect } from '../web/connect/fake-connect.ts';
import type { FakeServer } from '../web/fake-server.ts';
import type { HostPlan } from './host-page.ts';
import type { AllWords } from './words.ts';

/** As in web/shared/language.ts, which needs the types of a browser. */
export type Language = 'en' | 'fr';

/** One thing that a page can look like. */
export interface State {
  /** Page and state, such as `config, not signed in`: also a file's name. */
  name: string;
  /** Path and query of the page. */
  address: string;
  /** It ends by itself after some seconds: what is looked at takes little time. */
  passing?: true;
  /** It comes after a time-out of some seconds, which nobody waits for here. */
  hurried?: true;
  /** The host around it; without one the page stands in a window of its own. */
  host?: HostPlan;
  /** Puts into the server what the state needs, before the page opens. */
  prepare?(server: FakeServer, language: Language): void;
  /** The server of a browser that connected something, for pages that have no host and look as the browser is set. */
  connected?(language: Language): FakeConnect;
  /** What the user does until the state is there. */
  act?(scene: Scene): Promise<void>;
  /** Something that is seen in this state and not before. */
  seen(words: AllWords, language: Language): string | RegExp;
}

/** A page on its stage. */
export interface Scene {
  state: State;
  page: Page;
  /** The page itself, inside its host or alone. */
  frame: FrameLocator | Page;
  words: AllWords;
  language: Language;
  server: FakeServer;
  /** Where the page was opened. */
  address: string;
  host: SceneHost;
  /** Waits until the page has all that it asked its server for, and asks for nothing more. */
  quiet(): Promise<void>;
}

/** What the people around the page do in Teams. */
export interface SceneHost {
  pressSave(webhookUrl?: string): Promise<void>;
  pressRemove(): Promise<void>;
  changeTheme(theme: string): Promise<void>;
  openAnew(address: string): Promise<void>;
}
