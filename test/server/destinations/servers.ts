import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

async function listen(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A web server for one test; gone when the test ends. Returns its origin. */
export function serve(listener: RequestListener): Promise<string> {
  return listen(createHttpServer(listener));
}

/** The same below HTTP, for what a web server would never do. */
export function serveBytes(onSocket: (socket: Socket) => void): Promise<string> {
  return listen(createTcpServer(onSocket));
}
