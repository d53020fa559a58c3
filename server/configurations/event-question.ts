/** Which events somebody means who pastes something: a link of a card of ours, another link, or an event's id. */
export type Question =
  | { kind: 'ours'; configurationId: string; number: bigint }
  | { kind: 'link'; url: string }
  | { kind: 'id'; id: string };

const CONFIGURATION_ID = /^[\w-]{22}$/;
/** 18 digits fit into PostgreSQL's bigint, whatever they are. */
const NUMBER = /^\d{1,18}$/;

/** Reads what was pasted; undefined when there is nothing in it. */
export function readQuestion(text: string): Question | undefined {
  const asked = text.trim();
  if (asked === '') return undefined;
  if (!/^https?:\/\//i.test(asked) || !URL.canParse(asked)) return { kind: 'id', id: asked };
  const url = new URL(asked);
  const id = url.searchParams.get('id') ?? '';
  const number = url.searchParams.get('event') ?? '';
  // Whatever its host: this server may be reached by several names.
  if (url.pathname.endsWith('/event') && CONFIGURATION_ID.test(id) && NUMBER.test(number)) {
    return { kind: 'ours', configurationId: id, number: BigInt(number) };
  }
  // The place in a page, and a slash at the end, say nothing about what the page is of.
  return { kind: 'link', url: asked.replace(/#.*$/, '').replace(/\/+$/, '') };
}
