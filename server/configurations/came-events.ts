import type { Look } from '../lookback/look.ts';
import type { PrismaClient } from '../storage/generated/client.ts';
import { type Question, readQuestion } from './event-question.ts';

/** So many are offered to choose from. */
const OFFERED = 20;
/** A link is looked for in so many of the newest events: some 200 ms of PostgreSQL's time. */
const SEARCHED = 20_000;

export interface CameEvents {
  /** Numbers, newest first. */
  numbers: bigint[];
  /** When not all that is kept was searched: what came before this moment was not. */
  searchedSince?: Date;
}

/**
 * The newest events of an organisation, whether the channel got them or not; with `asked`, those that somebody
 * means who pastes a link or an id. A link also means what lies beneath it, such as the comments of a pull
 * request. A link of ours is good when the card that held it was one of the organisation's own.
 */
export async function findCameEvents(
  { look, prisma }: { look: Look; prisma: PrismaClient },
  tenantId: string,
  asked: string,
): Promise<CameEvents> {
  const question = readQuestion(asked);
  if (question === undefined) return { numbers: await newest(look, tenantId) };
  if (question.kind === 'ours') return { numbers: await ofOurs(prisma, tenantId, question) };
  const numbers = await search(look, tenantId, question);
  const since = await searchEnd(look, tenantId);
  return { numbers, ...(since && { searchedSince: since }) };
}

const VISIBLE = '(tenant_id IS NULL OR tenant_id = $1)';

async function newest(look: Look, tenantId: string): Promise<bigint[]> {
  const rows = await look<{ id: string }>(
    `SELECT id FROM event WHERE ${VISIBLE} ORDER BY id DESC LIMIT ${OFFERED}`,
    [tenantId],
  );
  return rows.map(({ id }) => BigInt(id));
}

async function ofOurs(
  prisma: PrismaClient,
  tenantId: string,
  { configurationId, number }: Extract<Question, { kind: 'ours' }>,
): Promise<bigint[]> {
  const configuration = await prisma.configuration.findFirst({ where: { id: configurationId, tenantId } });
  const delivery =
    configuration &&
    (await prisma.delivery.findUnique({
      where: { eventId_configurationId: { eventId: number, configurationId } },
    }));
  return delivery ? [delivery.eventId] : [];
}

/** Stops at the first `OFFERED`, so a link of today costs little. `strict` looks at every value once. */
async function search(
  look: Look,
  tenantId: string,
  question: Exclude<Question, { kind: 'ours' }>,
): Promise<bigint[]> {
  const byLink = `jsonb_path_exists(
           data,
           'strict $.** ? (@ == $url || @ starts with $below || @ starts with $place || @ starts with $query)',
           $2::jsonb,
           true
         )`;
  const rows = await look<{ id: string }>(
    `SELECT id
       FROM (SELECT id, source_id, data FROM event WHERE ${VISIBLE} ORDER BY id DESC LIMIT ${SEARCHED}) AS newest
      WHERE ${question.kind === 'link' ? byLink : "source_id = $2::jsonb ->> 'id'"}
      ORDER BY id DESC
      LIMIT ${OFFERED}`,
    [tenantId, JSON.stringify(question.kind === 'link' ? linkVars(question.url) : { id: question.id })],
  );
  return rows.map(({ id }) => BigInt(id));
}

function linkVars(url: string) {
  return { url, below: `${url}/`, place: `${url}#`, query: `${url}?` };
}

async function searchEnd(look: Look, tenantId: string): Promise<Date | undefined> {
  const [row] = await look<{ since: Date }>(
    `SELECT received_at AS since
       FROM event
      WHERE ${VISIBLE}
      ORDER BY id DESC
     OFFSET ${SEARCHED - 1}
      LIMIT 1`,
    [tenantId],
  );
  return row?.since;
}
