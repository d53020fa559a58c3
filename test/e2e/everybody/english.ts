import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Scene } from '../../states/state.ts';

const WEB = join(import.meta.dirname, '../../../web');

/** Words that hardly any English sentence goes without, and no French one has. */
const ENGLISH =
  /\b(the|of|and|to|this|that|is|are|was|were|with|not|you|your|from|for|have|has|it|its|by|at)\b/i;

/** What is neither language: addresses and names that the examples hold, and those of time zones. */
const NEUTRAL = /https?:\/\/\S+|\S+\.(com|example)\S*|\b[A-Z]\w+\/[A-Z][\w ]+/g;

/** Every text that the page shows or has read out and that is English. */
export async function englishOn(scene: Scene): Promise<string[]> {
  const known = await englishStrings();
  const texts = await textsOn(scene);
  return texts.filter((text) => known.has(text) || ENGLISH.test(text.replace(NEUTRAL, '')));
}

async function textsOn({ frame }: Scene): Promise<string[]> {
  const texts: (string | null)[] = await frame
    .locator('html')
    .evaluate((root) =>
      [...root.querySelectorAll('title, body *:not(script, style, noscript)')].flatMap((element) => [
        ...[...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent),
        ...['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name)),
      ]),
    );
  return texts.flatMap((text) => text?.trim() ?? []).filter((text) => text !== '');
}

let strings: Promise<Set<string>> | undefined;

/** All fixed strings of the English locale files that French says otherwise. */
function englishStrings(): Promise<Set<string>> {
  strings ??= collect();
  return strings;
}

async function collect(): Promise<Set<string>> {
  const files = globSync('**/locales/**/*en.ts', { cwd: WEB });
  const pairs = await Promise.all(
    files.map(async (file) => [await import(join(WEB, file)), await import(join(WEB, french(file)))]),
  );
  const differing = pairs.flatMap(([en, fr]) =>
    Object.values(en).flatMap((words, index) => differences(words, Object.values(fr)[index])),
  );
  return new Set(differing);
}

function french(file: string): string {
  return file.replace(/en\.ts$/, 'fr.ts');
}

function differences(english: unknown, french: unknown): string[] {
  if (typeof english === 'string') return english === french ? [] : [english];
  if (typeof english !== 'object' || english === null) return [];
  const other = typeof french === 'object' && french !== null ? french : {};
  return Object.entries(english).flatMap(([key, value]) => differences(value, Reflect.get(other, key)));
}
