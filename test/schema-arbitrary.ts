import fc, { type Arbitrary } from 'fast-check';

/** What we use of JSON Schema, as TypeBox writes it. */
interface Schema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
}

/** Texts that databases, dates, numbers and regular expressions have stumbled over. */
const HOSTILE_TEXTS = [
  '',
  '\u0000',
  '\ud800',
  'a\udc00b',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  "'; DROP TABLE event;--",
  '%00',
  '{{7*7}}',
  '9'.repeat(30),
  '-1',
  '1e400',
  'NaN',
  '+275760-09-13T00:00:00.001Z',
  '0000-00-00T00:00:00Z',
  'Europe/Nowhere',
  '\u202e\u200b\ufeff',
  'a'.repeat(5_000),
  `${'('.repeat(50)}a+${')+'.repeat(50)}`,
];
const hostile = fc.oneof(
  fc.constantFrom<unknown>(...HOSTILE_TEXTS),
  fc.constantFrom<unknown>(null, true, 0, -0, -1, 1.5, 2 ** 31, 2 ** 53, 1e308, [], {}, [[]], [null]),
  fc.string({ unit: 'binary' }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** What a property of this name can really hold: words of a catalog, ids, names of time zones. */
export type Known = Readonly<Record<string, Arbitrary<unknown>>>;

/** Values that fit a schema, most of them but for one place or another. */
export function nearly(schema: unknown, known: Known = {}): Arbitrary<unknown> {
  return fc.oneof(
    { weight: 24, arbitrary: fitting((schema ?? {}) as Schema, known) },
    { weight: 1, arbitrary: hostile },
  );
}

function fitting(schema: Schema, known: Known): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => nearly(one, known)));
  if (schema.type === 'object') return objects(schema, known);
  if (schema.type === 'array') {
    const { items, minItems = 0, maxItems = 3 } = schema;
    const maxLength = Math.max(minItems, Math.min(maxItems, 3));
    return fc.array(nearly(items, known), { minLength: minItems, maxLength });
  }
  if (schema.type === 'string') return texts(schema);
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'null') return fc.constant(null);
  if (schema.type === 'integer') {
    const { minimum = -(2 ** 31), maximum = 2 ** 31 - 1 } = schema;
    return fc.oneof(fc.integer({ min: minimum, max: maximum }), fc.constantFrom(minimum, maximum));
  }
  if (schema.type === 'number') return fc.double({ noNaN: true, noDefaultInfinity: true });
  return hostile;
}

function objects(schema: Schema, known: Known): Arbitrary<unknown> {
  const { properties = {}, patternProperties = {}, required = [] } = schema;
  const members = Object.entries(properties).map(([key, of]) => [key, member(key, of, known)]);
  const requiredKeys: string[] = required.filter((key) => key in properties);
  const all = fc.record<Record<string, unknown>>(Object.fromEntries(members), { requiredKeys });
  const [free] = Object.values(patternProperties);
  if (!free) return all;
  const names = fc.string({ unit: 'binary', maxLength: 20 });
  const more = fc.dictionary(names, nearly(free, known), { maxKeys: 3 });
  return fc.tuple(all, more).map(([one, other]) => ({ ...one, ...other }));
}

function member(key: string, schema: Schema, known: Known): Arbitrary<unknown> {
  const real = known[key];
  if (!real) return nearly(schema, known);
  return fc.oneof({ weight: 9, arbitrary: real }, { weight: 1, arbitrary: nearly(schema, known) });
}

function texts({ pattern, format, minLength = 0, maxLength = 40 }: Schema): Arbitrary<unknown> {
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  // What looks ahead cannot be made from its pattern.
  if (pattern !== undefined && !pattern.includes('(?')) {
    return fc.stringMatching(new RegExp(pattern), { maxLength: Math.max(maxLength, 43) });
  }
  const bounds = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) };
  return fc.oneof(fc.string(bounds), fc.string({ ...bounds, unit: 'binary' }));
}
