import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import type { Static } from 'typebox';
import { afterAll, beforeAll, expect, expectTypeOf, it } from 'vitest';
import {
  createCardwireClient,
  type Problem,
  type Receipt,
  type ShortEvent,
} from '../../docs/examples/cardwire-client.ts';
import type { ShortEvent as ServerEvent, Receipt as ServerReceipt } from '../../server/events/schema.ts';
import type { ProblemSchema } from '../../server/problem.ts';
import { startTestApp, type TestApp } from '../app.ts';
import { readPage } from './page.ts';

let site: TestApp;
let address = '';
let keys = { CARDWIRE_KEY: '', CARDWIRE_OPERATE_KEY: '' };
beforeAll(async () => {
  site = await startTestApp();
  address = await site.app.listen({ port: 0, host: '127.0.0.1' });
  keys = { CARDWIRE_KEY: await site.newKey('events'), CARDWIRE_OPERATE_KEY: await site.newKey('operate') };
});
afterAll(() => site.close());

const run = async (command: string) => {
  const env = { ...process.env, ...keys, CARDWIRE_URL: address };
  const { stdout } = await promisify(execFile)(
    'sh',
    ['-c', command.replace('http://localhost:3978', address).replace(/^node /, `${process.execPath} `)],
    { env },
  );
  return stdout;
};
const commands = readPage('api.md').blocks('sh');

it('shows calls that work, and one that does not', async () => {
  const [openApi = '', send = '', mistake = '', replay = '', ...others] = commands;
  expect(JSON.parse(await run(openApi))).toMatchObject({ openapi: '3.1.0' });
  expect(JSON.parse(await run(send))).toMatchObject({ events: [{ id: 'task-41', duplicate: false }] });
  expect(JSON.parse(await run(mistake))).toMatchObject({ code: 'unknown-event-type' });
  expect(JSON.parse(await run(replay))).toEqual({ replayed: 0, repeated: 0 });
  expect(others).toEqual(['node docs/examples/send-events.ts\n']);
});

it('has an example for Node that sends an event once', async () => {
  const command = commands.at(-1) ?? '';
  expect(await run(command)).toBe('task-42: goes to 0 channels\n');
  expect(await run(command)).toBe('task-42: was sent before\n');
});

it('has a client that waits and sends again with the same ids', async () => {
  const bodies: string[] = [];
  const waited: number[] = [];
  const server = createServer(async (request, response) => {
    bodies.push((await request.toArray()).join(''));
    if (bodies.length === 1) return response.writeHead(429, { 'retry-after': '7' }).end('{}');
    if (bodies.length === 2) return request.socket.destroy();
    return response.writeHead(202).end('{"events": []}');
  }).listen(0);
  await once(server, 'listening');
  const port = Reflect.get(Object(server.address()), 'port');
  const wait = async (seconds: number) => void waited.push(seconds);
  const client = createCardwireClient({ url: `http://127.0.0.1:${port}`, key: 'cw_', wait });
  expect(await client.send([{ type: 'task.created', title: 'Order the cake' }])).toEqual([]);
  server.close();
  expect(waited).toEqual([7, 2]);
  expect(new Set(bodies).size).toBe(1);
});

it('has a client whose types are those of the server', () => {
  expectTypeOf<ShortEvent>().toExtend<Static<typeof ServerEvent>>();
  expectTypeOf<Static<typeof ServerEvent>>().toExtend<ShortEvent>();
  expectTypeOf<ServerReceipt>().toEqualTypeOf<Receipt>();
  expectTypeOf<Static<typeof ProblemSchema>>().toExtend<Problem>();
});
