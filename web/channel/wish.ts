/**
 * What somebody came for who followed a link on a card. Opening the page changes nothing: previews of links
 * and crawlers open it, too. It asks, and a press of a button does it.
 */
export type Wish = { do: 'pause' } | { do: 'mute'; type: string };

/** Reads the address' `do`; undefined for an ordinary visit and for what this page does not know. */
export function wishOf(search: string): Wish | undefined {
  const query = new URLSearchParams(search);
  const type = query.get('type') ?? '';
  switch (query.get('do')) {
    case 'pause':
      return { do: 'pause' };
    case 'mute':
      return type === '' ? undefined : { do: 'mute', type };
    default:
      return undefined;
  }
}
