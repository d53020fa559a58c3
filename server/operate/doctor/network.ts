import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { networkErrorWords } from '../../destinations/network-error.ts';
import { within } from '../../telemetry/within.ts';
import type { Handshake, World } from './world.ts';

const PATIENCE_MS = 10_000;

/** The real network. */
export const network: World = {
  async resolve(host) {
    const found = await inWords(within(PATIENCE_MS, lookup(host, { all: true })));
    return found.map(({ address }) => address);
  },
  handshake: (host, port) => inWords(shakeHands(host, port)),
  async get(url, headers = {}) {
    const started = performance.now();
    const signal = AbortSignal.timeout(PATIENCE_MS);
    return inWords(
      (async () => {
        const answer = await fetch(url, { headers, redirect: 'manual', signal });
        const body = new Uint8Array(await answer.arrayBuffer());
        return {
          status: answer.status,
          headers: answer.headers,
          body,
          tookMs: Math.round(performance.now() - started),
          at: new Date(),
        };
      })(),
    );
  },
  now: () => new Date(),
};

/** Looks at the certificate whatever it is: what is wrong with it is to be told. Nothing is sent. */
function shakeHands(host: string, port: number): Promise<Handshake> {
  const { promise, resolve, reject } = Promise.withResolvers<Handshake>();
  const socket = connect(
    { host, port, ...(isIP(host) === 0 && { servername: host }), rejectUnauthorized: false },
    () => {
      const { authorizationError } = socket;
      resolve({
        refused: authorizationError ? String(authorizationError) : undefined,
        validTo: new Date(socket.getPeerCertificate().valid_to),
        protocol: socket.getProtocol() ?? 'unknown',
      });
      socket.destroy();
    },
  );
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error(`no answer within ${PATIENCE_MS} ms`)));
  socket.on('error', reject);
  return promise;
}

/** What undici hides beneath "fetch failed", and Node's codes, in words. */
async function inWords<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw new Error(networkErrorWords(error instanceof Error && error.cause ? error.cause : error));
  });
}
