import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { connector } from '../../manifest/connector.ts';
import { gallery } from '../../server/sandbox/gallery/gallery.ts';

/** The bodies of a card, one for each kind of webhook. */
export type GoldenCard = Record<string, unknown>;

/** A card that is not as its golden file has it; new ones have no `before`, those that went no `after`. */
export interface CardChange {
  /** Language and id: "en/task.created". */
  name: string;
  before?: GoldenCard;
  after?: GoldenCard;
}

const LANGUAGES = ['en', 'fr'] as const;

/** Where the accepted cards are kept. */
export const GOLDEN_FOLDER = join(import.meta.dirname, 'cards');

/** Every card of the gallery as the code makes it now, by its name. */
export function cardsOfNow(): Map<string, GoldenCard> {
  return new Map(
    LANGUAGES.flatMap((language) =>
      gallery(connector, language).map(({ id, bodies }): [string, GoldenCard] => [
        `${language}/${id}`,
        Object.fromEntries(bodies.map(({ kind, payload }) => [kind, payload])),
      ]),
    ),
  );
}

/** The accepted cards, by name; a folder that is not there has none. */
export async function readGolden(folder = GOLDEN_FOLDER): Promise<Map<string, GoldenCard>> {
  await mkdir(folder, { recursive: true });
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.json'));
  return new Map(
    await Promise.all(
      files.map(async (file): Promise<[string, GoldenCard]> => {
        const card: GoldenCard = JSON.parse(await readFile(join(folder, file), 'utf8'));
        return [file.replace(/\.json$/, '').replaceAll(sep, '/'), card];
      }),
    ),
  );
}

/** What differs, by name. */
export function compareCards(
  before: ReadonlyMap<string, GoldenCard>,
  after: ReadonlyMap<string, GoldenCard>,
): CardChange[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    if (was && is)
      return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ name, before: was, after: is }];
    return [{ name, ...(was && { before: was }), ...(is && { after: is }) }];
  });
}

/** Makes the golden files be as the cards are now. */
export async function acceptChanges(changes: readonly CardChange[], folder = GOLDEN_FOLDER): Promise<void> {
  for (const { name, after } of changes) {
    const file = join(folder, `${name}.json`);
    if (!after) await rm(file);
    else {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, `${JSON.stringify(after, null, 2)}\n`);
    }
  }
}
