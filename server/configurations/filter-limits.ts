/** What a filter may hold. Lengths are in UTF-16 code units, as JSON Schema and browsers measure. */
export const FILTER_LIMITS = {
  /** Of each list. */
  conditions: 20,
  fieldLength: 100,
  valueLength: 200,
  values: 50,
} as const;
