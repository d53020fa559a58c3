import type { PostBack } from '../cards/card.ts';

/** Where a card's buttons post to; `publicUrl` is where browsers reach this server. */
export function postBackUrl(publicUrl: string): string {
  return `${publicUrl}/api/card-actions`;
}

/** Of a card that is only shown: as long as a real one, and refused when it is pressed. */
export function samplePostBack(publicUrl: string): PostBack {
  return { url: postBackUrl(publicUrl), configuration: 'x'.repeat(22), event: '0', key: 'x'.repeat(43) };
}
