import { readFileSync } from 'node:fs';

/** A page of the documentation, and the code on it. */
export function readPage(name: string) {
  const text = readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
  return {
    text,
    /** What stands in its blocks of a language, in order. */
    blocks: (language: string) =>
      [...text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(
        (match) => match[1] ?? '',
      ),
  };
}

/** What curl would send: the headers and the body of a command. */
export function requestOf(command: string) {
  const headers = [...command.matchAll(/-H ["']([^"':]+): ([^"']*)["']/g)].map((match) => [
    (match[1] ?? '').toLowerCase(),
    match[2] ?? '',
  ]);
  return { headers: Object.fromEntries(headers), body: JSON.parse(/-d '(.*)'/s.exec(command)?.[1] ?? '') };
}
