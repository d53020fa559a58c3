import { type Static, type TSchema, Type } from 'typebox';
import { ask } from './ask.ts';
import { queryOf, type Surroundings, textOf, type Values } from './command.ts';

/** The options of a list that comes in pages. */
export const PAGED = { cursor: { type: 'string' }, all: { type: 'boolean' } } as const;

interface PagedCall<Item extends TSchema> {
  path: string;
  /** What the list can be narrowed by. */
  filters: readonly string[];
  item: Item;
}

/** One page of a list, or with --all everything. */
export async function askPages<Item extends TSchema>(
  around: Surroundings,
  values: Values,
  { path, filters, item }: PagedCall<Item>,
): Promise<{ items: Static<Item>[]; next?: string }> {
  const answer = Type.Object({ items: Type.Array(item), next: Type.Optional(Type.String()) });
  const items: Static<Item>[] = [];
  let cursor = textOf(values, 'cursor');
  while (true) {
    const query = queryOf({ ...values, cursor }, [...filters, 'cursor']);
    const page = await ask(around, { path: `${path}${query}`, answer });
    items.push(...page.items);
    cursor = page.next;
    if (cursor === undefined || !values.all) return { items, ...(cursor !== undefined && { next: cursor }) };
  }
}
