import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connector } from '../../../manifest/connector.ts';
import {
  type Bodies,
  type BodiesOptions,
  CardError,
  createBodies,
  type Reader,
} from '../../../server/delivery/bodies.ts';
import { event } from '../../events.ts';
import { type Channels, openChannels } from './channels.ts';

let channels: Channels;
let eventId: bigint;
beforeAll(async () => {
  channels = await openChannels();
  const id = await channels.add();
  await channels.wait(id, 1);
  eventId = (await channels.deliveries(id))[0]?.eventId ?? 0n;
});
afterAll(() => channels.close());

const ENGLISH: Reader = { kind: 'workflow', language: 'en', timeZone: 'UTC' };
const CHANNEL = 'bG9va2luZ19mb3JfY2FyZA';
const NO_SUCH_EVENT = 999_999n;

/** Bodies over a database that can be away, and whose statements are counted. */
function newBodies(postBack?: BodiesOptions['postBack']) {
  const database = { away: false, statements: 0 };
  const pool = Object.assign(Object.create(channels.pool), {
    query: (...query: Parameters<typeof channels.pool.query>) => {
      database.statements += 1;
      return database.away ? Promise.reject(new Error('no database')) : channels.pool.query(...query);
    },
  });
  const bodies: Bodies = createBodies({
    pool,
    connector,
    publicUrl: 'https://cardwire.example',
    postBack,
    onTemplateError() {},
  });
  return { bodies, database };
}

describe('a body', () => {
  it('is made once for all who want the same, with one statement', async () => {
    const { bodies, database } = newBodies();
    const made = await Promise.all([1, 2, 3].map(() => bodies.ofEvent(eventId, ENGLISH, CHANNEL)));
    made.push(await bodies.ofEvent(eventId, ENGLISH, CHANNEL));
    expect(new Set(made).size).toBe(1);
    expect(made[0]).toContain('Order the cake');
    expect(database.statements).toBe(1);
  });

  it('is another for each kind of destination, language and time zone', async () => {
    const { bodies } = newBodies();
    const readers: Reader[] = [
      ENGLISH,
      { ...ENGLISH, kind: 'connector' },
      { ...ENGLISH, language: 'fr' },
      { ...ENGLISH, timeZone: 'Asia/Tokyo' },
    ];
    const made = await Promise.all(readers.map((reader) => bodies.ofEvent(eventId, reader, CHANNEL)));
    expect(new Set(made).size).toBe(4);
  });

  it('of an event that was just stored needs no statement', async () => {
    const { bodies, database } = newBodies();
    bodies.remember(NO_SUCH_EVENT, event({ data: { title: 'Blow up balloons' } }));
    expect(await bodies.ofEvent(NO_SUCH_EVENT, ENGLISH, CHANNEL)).toContain('Blow up balloons');
    expect(database.statements).toBe(0);
  });

  it('of an event that is gone is the card’s fault', async () => {
    await expect(newBodies().bodies.ofEvent(NO_SUCH_EVENT, ENGLISH, CHANNEL)).rejects.toThrow(CardError);
  });

  it('whose event cannot be read is no fault of the card, and is made once the database is back', async () => {
    const { bodies, database } = newBodies();
    database.away = true;
    const refused = bodies.ofEvent(eventId, ENGLISH, CHANNEL);
    await expect(refused).rejects.toThrow('no database');
    await expect(refused).rejects.not.toThrow(CardError);
    database.away = false;
    await expect(bodies.ofEvent(eventId, ENGLISH, CHANNEL)).resolves.toContain('Order the cake');
  });
});

it('a body of many events counts and names them', () => {
  const body = newBodies().bodies.ofDigest(
    {
      kind: 'digest',
      counts: [{ type: 'task.created', source: 'https://tasks.example', count: 12 }],
      newest: [event({ data: { title: 'Blow up balloons' } })],
      since: new Date('2026-11-21T10:00:00Z'),
      at: new Date('2026-11-21T11:00:00Z'),
    },
    ENGLISH,
    CHANNEL,
  );
  expect(body).toContain('12');
  expect(body).toContain('Blow up balloons');
});

describe('the links of a body', () => {
  const OTHER = 'YW5vdGhlcl9jb25maWd1cg';

  it('are each channel’s own, though the body is made once', async () => {
    const { bodies, database } = newBodies();
    const [one, other] = await Promise.all(
      [CHANNEL, OTHER].map((id) => bodies.ofEvent(eventId, ENGLISH, id)),
    );
    expect(one).toContain(`/event?id=${CHANNEL}&event=${eventId}`);
    expect(one?.replaceAll(CHANNEL, OTHER)).toBe(other);
    expect(database.statements).toBe(1);
  });
});

describe('the buttons of a body', () => {
  const OTHER = 'YW5vdGhlcl9jb25maWd1cg';
  const CONNECTOR: Reader = { ...ENGLISH, kind: 'connector' };
  const withAction = event({ data: { title: 'Order', actions: [{ id: 'approve', title: 'Approve' }] } });
  const buttonsOf = (body: string) =>
    JSON.parse(body).potentialAction?.map((button: { target: string; body: string }) => ({
      target: button.target,
      ...JSON.parse(button.body),
    }));

  it('post back with a key for that channel and event alone, though the body is made once', async () => {
    const { bodies, database } = newBodies({
      url: 'https://cardwire.example/api/card-actions',
      keyFor: (configurationId, number) => `key for ${configurationId} and ${number}`,
    });
    bodies.remember(NO_SUCH_EVENT, withAction);
    for (const configuration of [CHANNEL, OTHER]) {
      expect(buttonsOf(await bodies.ofEvent(NO_SUCH_EVENT, CONNECTOR, configuration))).toEqual([
        {
          target: 'https://cardwire.example/api/card-actions',
          configuration,
          event: '999999',
          action: 'approve',
          key: `key for ${configuration} and 999999`,
        },
      ]);
    }
    expect(database.statements).toBe(0);
  });

  it('are not there where nobody takes what they post', async () => {
    const { bodies } = newBodies();
    bodies.remember(NO_SUCH_EVENT, withAction);
    expect(buttonsOf(await bodies.ofEvent(NO_SUCH_EVENT, CONNECTOR, CHANNEL))).toBeUndefined();
  });
});
