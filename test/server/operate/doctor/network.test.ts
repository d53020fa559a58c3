import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { network } from '../../../../server/operate/doctor/network.ts';
import { serve, serveBytes } from '../../destinations/servers.ts';

describe('the doctor’s network', () => {
  it('reads an answer whole, follows no redirection, and sends the key where it was told', async () => {
    const origin = await serve((request, response) => {
      response.writeHead(302, { location: '/elsewhere', 'x-key': request.headers.authorization ?? '' });
      response.end('moved');
    });
    const answer = await network.get(`${origin}/a`, { authorization: 'Bearer cw_x' });
    expect([answer.status, new TextDecoder().decode(answer.body)]).toEqual([302, 'moved']);
    expect([answer.headers.get('location'), answer.headers.get('x-key')]).toEqual([
      '/elsewhere',
      'Bearer cw_x',
    ]);
    expect(Math.abs(answer.at.getTime() - Date.now())).toBeLessThan(10_000);
  });

  it('says in words why nothing came, without the address', async () => {
    const closed = await closedPort();
    const refused = 'The host refused the connection.';
    await expect(network.get(`http://127.0.0.1:${closed}/secret`)).rejects.toThrow(refused);
    await expect(network.handshake('127.0.0.1', closed)).rejects.toThrow(refused);
    await expect(network.resolve('nowhere.invalid')).rejects.toThrow(
      'The name of the host could not be found.',
    );
  });

  it('finds no encryption where there is none', async () => {
    const origin = await serveBytes((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const port = Number(new URL(origin).port);
    await expect(network.handshake('127.0.0.1', port)).rejects.toThrow(/encryption|request failed/);
  });

  it('finds the addresses of this machine', async () => {
    await expect(network.resolve('localhost')).resolves.toContain('127.0.0.1');
  });
});

/** A port that nobody listens on any more. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
