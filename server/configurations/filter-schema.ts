import { type Static, Type } from 'typebox';
import { FILTER_LIMITS } from './filter-limits.ts';

/**
 * Keys joined by dots: where in an event's data to look. `@type`, `@source` and `@subject` are those of the
 * event itself.
 */
const Field = Type.String({
  maxLength: FILTER_LIMITS.fieldLength,
  pattern: '^[A-Za-z0-9_@-]+(\\.[A-Za-z0-9_@-]+)*$',
});

/** One line. Half of a surrogate pair is refused, because jsonb cannot hold it. */
const Text = Type.String({
  minLength: 1,
  maxLength: FILTER_LIMITS.valueLength,
  pattern: '^[^\\u0000-\\u001f\\u007f\\ud800-\\udfff]*$',
});

/** What an event must, or must not, have. Each operator takes only values that it can compare. */
const ConditionSchema = Type.Union([
  Type.Object(
    {
      field: Field,
      operator: Type.Union([Type.Literal('is'), Type.Literal('is not')]),
      value: Type.Union([Text, Type.Number(), Type.Boolean()]),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      field: Field,
      operator: Type.Union([Type.Literal('contains'), Type.Literal('starts with')]),
      value: Text,
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      field: Field,
      operator: Type.Literal('one of'),
      value: Type.Array(Text, { minItems: 1, maxItems: FILTER_LIMITS.values }),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      field: Field,
      operator: Type.Union([Type.Literal('above'), Type.Literal('below')]),
      value: Type.Number(),
    },
    { additionalProperties: false },
  ),
]);
export type Condition = Static<typeof ConditionSchema>;

/** Which events of the chosen types a channel wants. Without conditions: every one, whatever `match` says. */
export const FilterSchema = Type.Object(
  {
    match: Type.Union([Type.Literal('all'), Type.Literal('any'), Type.Literal('none')]),
    conditions: Type.Array(ConditionSchema, { maxItems: FILTER_LIMITS.conditions }),
    /** An event for which one of these holds is not wanted, whatever `conditions` say. */
    except: Type.Optional(Type.Array(ConditionSchema, { maxItems: FILTER_LIMITS.conditions })),
  },
  { additionalProperties: false },
);
export type Filter = Static<typeof FilterSchema>;
