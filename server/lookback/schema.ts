import { type Static, Type } from 'typebox';
import { FILTER_LIMITS } from '../configurations/filter-limits.ts';
import { FilterSchema } from '../configurations/filter-schema.ts';
import { LIMITS } from '../configurations/limits.ts';

/** How many days are looked back on. */
const Days = Type.Integer();

/** `GET /api/activity`: how often each event type came. */
export const ActivityAnswer = Type.Object({
  days: Days,
  /** By event type. */
  events: Type.Record(Type.String(), Type.Integer()),
  /** Counting stops here: so many stands for "so many or more". */
  most: Type.Integer(),
});
export type ActivityAnswer = Static<typeof ActivityAnswer>;

export const SuggestionsQuery = Type.Object({
  field: Type.String({ minLength: 1, maxLength: FILTER_LIMITS.fieldLength }),
});

/** `GET /api/suggestions?field=`: what events lately held there, the most frequent first. */
export const SuggestionsAnswer = Type.Object({
  values: Type.Array(Type.Object({ value: Type.String(), events: Type.Integer() })),
});
export type SuggestionsAnswer = Static<typeof SuggestionsAnswer>;

/** `POST /api/backtest`: what a channel would have got. */
export const BacktestRequest = Type.Object(
  {
    eventTypes: Type.Array(Type.String({ minLength: 1, maxLength: LIMITS.eventTypeLength }), {
      minItems: 1,
      maxItems: LIMITS.eventTypes,
      uniqueItems: true,
    }),
    filter: Type.Optional(FilterSchema),
    language: Type.Union([Type.Literal('en'), Type.Literal('fr')]),
  },
  { additionalProperties: false },
);
export type BacktestRequest = Static<typeof BacktestRequest>;

export const BacktestAnswer = Type.Object({
  days: Days,
  /** Events of the chosen types, whatever the filter says. */
  came: Type.Integer(),
  /** `came` is where counting stopped. */
  atLeast: Type.Boolean(),
  /** The filter was tried on so many, the newest; less than `came` when there are too many. */
  tried: Type.Integer(),
  passed: Type.Integer(),
  /** The newest that passed. */
  samples: Type.Array(
    Type.Object({
      /** The event's number: `POST /api/preview` draws its card. */
      event: Type.String(),
      type: Type.String(),
      /** Of its card. */
      title: Type.String(),
      time: Type.String({ format: 'date-time' }),
    }),
  ),
});
export type BacktestAnswer = Static<typeof BacktestAnswer>;
