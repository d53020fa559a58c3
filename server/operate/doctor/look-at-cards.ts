import type { Connector } from '../../../manifest/connector.ts';
import { samplePostBack } from '../../card-actions/post-back.ts';
import { sampleEvent } from '../../events/samples/sample-event.ts';
import { preview } from '../../previews/preview.ts';

export interface CardFacts {
  drawn: number;
  /** Event types whose cards hold HTML. */
  withHtml: string[];
  /** Event types whose template failed. */
  failed: string[];
}

/** A tag; mentions are no HTML, but Teams' own notation. */
const TAG = /<\/?(?!\/?at\b)[a-z][a-z0-9]*(\s[^<>]*)?\/?>/i;

/** Draws the card of every event type's sample in both forms and languages. */
export function lookAtCards(connector: Connector, publicUrl: string, now: Date): CardFacts {
  const withHtml = new Set<string>();
  const failed = new Set<string>();
  const types = connector.eventGroups.flatMap(({ eventTypes }) => eventTypes.map(({ type }) => type));
  for (const type of types) {
    const event = sampleEvent(connector, type, now);
    for (const language of ['en', 'fr'] as const) {
      for (const kind of ['workflow', 'connector'] as const) {
        const { payload } = preview(event, kind, {
          connector,
          language,
          timeZone: 'UTC',
          postBack: samplePostBack(publicUrl),
          templateFailed: () => void failed.add(type),
        });
        if (TAG.test(JSON.stringify(payload))) withHtml.add(type);
      }
    }
  }
  return { drawn: types.length, withHtml: [...withHtml], failed: [...failed] };
}
