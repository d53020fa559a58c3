import { createRequire } from 'node:module';

// The library's modules are imported without file endings, which Node refuses. Its bundle parses without a DOM.
const library: typeof import('adaptivecards') = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
);

/** What the `adaptivecards` library finds wrong with a card at version 1.4; nothing when it is valid. */
export function validationEvents(card: unknown): string[] {
  const context = new library.SerializationContext(library.Versions.v1_4);
  const parsed = new library.AdaptiveCard();
  parsed.parse(card, context);
  const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  return [...parsing, ...parsed.validateProperties().validationEvents].map((event) => event.message);
}
