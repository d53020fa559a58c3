import type { HostTheme } from '../host/context.ts';
import { THEMES } from '../preferences.ts';
import { LANGUAGES, type Language } from '../words.tsx';

/** What the gallery shows; it stands in the address, so that it can be passed on. */
export interface GalleryQuery {
  filter: string;
  language: Language;
  themes: readonly HostTheme[];
}

/** What the address asks for; where it says nothing, all cards in English and in the light theme. */
export function readGalleryQuery(search: string): GalleryQuery {
  const query = new URLSearchParams(search);
  const themes = (query.get('themes') ?? '').split(',');
  const known = THEMES.filter((theme) => themes.includes(theme));
  return {
    filter: query.get('filter') ?? '',
    language: LANGUAGES.find((language) => language === query.get('language')) ?? 'en',
    themes: known.length > 0 ? known : ['default'],
  };
}

export function writeGalleryQuery({ filter, language, themes }: GalleryQuery): string {
  const query = new URLSearchParams({ language, themes: themes.join(',') });
  if (filter !== '') query.set('filter', filter);
  return `?${query}`;
}

/** Whether every word of the filter is in a card's title or id. */
export function isWanted(card: { id: string; title: string }, filter: string): boolean {
  const text = `${card.id} ${card.title}`.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
