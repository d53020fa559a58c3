/**
 * SQL: what filters look at, as jsonb, of a row named `event`. It is the event's data, with the event's own
 * type, source and subject beside it, all ASCII letters in lower case. Keys are folded too: of two that
 * differ in case alone, the one in lower case is seen.
 *
 * The collation is named because lower case must be the same in every database. The cost grows with the
 * data (some 20 µs per kB): compute it once per event, before any configuration is joined.
 */
export const EVENT_DOCUMENT = `lower((
    event.data || jsonb_build_object('@type', event.type, '@source', event.source, '@subject', event.subject)
  )::text COLLATE "C")::jsonb`;
