/** The parts of the page, in their order. */
export const PLACES = ['overview', 'configurations', 'deliveries', 'types', 'keys', 'trail'] as const;
export type PlaceName = (typeof PLACES)[number];

/** Where one is: a part of the page, and what narrows its list. */
export interface Place {
  name: PlaceName;
  query: Readonly<Record<string, string>>;
}

/** Reads the part of an address behind `#`; whatever is not understood is the overview. */
export function readPlace(hash: string): Place {
  const [name, query = ''] = hash.replace(/^#/, '').split('?');
  const known = PLACES.find((place) => place === name);
  if (known === undefined) return { name: 'overview', query: {} };
  return { name: known, query: Object.fromEntries(new URLSearchParams(query)) };
}

/** The address of a place within the page. It holds what one looks for, never a key. */
export function hrefOf(name: PlaceName, query: Readonly<Record<string, string | undefined>> = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  return given.length === 0 ? `#${name}` : `#${name}?${new URLSearchParams(given)}`;
}
