/** A member of a JSON value: its name, where it is (JSON pointer) and the object around it. */
export interface Member {
  name: string;
  at: string;
  value: unknown;
  parent: Readonly<Record<string, unknown>>;
}

/** Deeper than any card; what a text can nest more is not looked at. */
const DEPTH_LIMIT = 60;

/** Every member of every object in a value, depth first. */
export function* membersOf(value: unknown, at = '', depth = 0): Generator<Member> {
  if (typeof value !== 'object' || value === null || depth > DEPTH_LIMIT) return;
  const parent = { ...value };
  for (const [name, child] of Object.entries(parent)) {
    const place = `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!Array.isArray(value)) yield { name, at: place, value: child, parent };
    yield* membersOf(child, place, depth + 1);
  }
}
