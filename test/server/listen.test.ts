import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { expect, it, onTestFinished } from 'vitest';
import { listen } from '../../server/listen.ts';
import { StartError } from '../../server/start-error.ts';

function app() {
  const made = Fastify();
  onTestFinished(() => made.close());
  return made;
}

it('answers the port that it took when any would do', async () => {
  const server = app();
  const port = await listen(server, { host: '127.0.0.1', port: 0 });
  expect(port).toBeGreaterThan(0);
  expect(server.server.address()).toMatchObject({ port });
});

it('has one port for all addresses of localhost', async () => {
  const server = app();
  const port = await listen(server, { host: 'localhost', port: 0 });
  const ports = server.addresses().map((address) => (address as AddressInfo).port);
  expect(new Set(ports)).toEqual(new Set([port]));
});

it('says of a port that is taken what to do', async () => {
  const port = await listen(app(), { host: '127.0.0.1', port: 0 });
  const refused = listen(app(), { host: '127.0.0.1', port });
  await expect(refused).rejects.toThrow(
    new StartError(`Port ${port} is in use by another program. Stop that, or set PORT to another number.`),
  );
});

it('says of an address that is not this machine’s what to look at', async () => {
  const refused = listen(app(), { host: '203.0.113.1', port: 0 });
  await expect(refused).rejects.toThrow(StartError);
  await expect(refused).rejects.toThrow(
    'Cannot listen on 203.0.113.1:0 (EADDRNOTAVAIL). Check HOST and PORT.',
  );
});
