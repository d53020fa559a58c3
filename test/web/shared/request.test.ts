import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createApi } from '../../../web/shared/api.ts';
import { request } from '../../../web/shared/request.ts';
import { SignInError } from '../../../web/shared/sign-in-error.ts';
import type { TokenSource } from '../../../web/shared/token-source.ts';
import { CONFIGURATION_ID } from '../examples.ts';
import { createFakeServer } from '../fake-server.ts';

function answer(body: string | null, status: number) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));
}

describe('request', () => {
  it.each([
    ['a problem', '{"code":"configuration-changed","detail":"Read it again."}', 412, 'configuration-changed'],
    ['a gateway’s page', '<h1>Bad gateway</h1>', 502, 'unavailable'],
    ['a proxy that asks for a login', '<form></form>', 200, 'unreadable'],
    ['a firewall’s refusal', '{"error":"blocked"}', 403, 'unreadable'],
    ['a code that is none', '{"code":{"a":1}}', 400, 'unreadable'],
  ])('makes an error of %s', async (_, body, status, code) => {
    answer(body, status);
    await expect(request('GET', '/api/x')).rejects.toMatchObject({ name: 'ApiError', code, status });
  });

  it('tells a server that cannot be reached from one that takes too long', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(request('GET', '/api/x')).rejects.toMatchObject({ code: 'unreachable', status: 0 });

    let given: AbortSignal | null | undefined;
    vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
      given = init.signal;
      return new Promise(() => undefined);
    });
    const waiting = expect(request('GET', '/api/x')).rejects.toMatchObject({ code: 'late' });
    await vi.advanceTimersByTimeAsync(8_000);
    await waiting;
    expect(given?.aborted).toBe(true);
  });

  it('gives nothing for an answer without content', async () => {
    answer(null, 204);
    expect(await request('DELETE', '/api/x')).toBeUndefined();
  });
});

describe('the token', () => {
  const silent = vi.fn(async () => `silent-${silent.mock.calls.length}`);
  const tokens: TokenSource = { silent, ask: () => Promise.reject(new SignInError('denied')) };

  beforeEach(() => {
    silent.mockClear();
  });

  it('is asked for once and used for all calls', async () => {
    const server = createFakeServer((token) => token === 'silent-1');
    server.store();
    vi.stubGlobal('fetch', server.fetch);
    const api = createApi(tokens);
    await Promise.all([api.readConfiguration(CONFIGURATION_ID), api.readDeliveries(CONFIGURATION_ID)]);
    await api.checkSignIn();

    expect(silent).toHaveBeenCalledTimes(1);
  });

  it('is replaced, once, when the server no longer takes it', async () => {
    const server = createFakeServer((token) => token === 'silent-2');
    server.store();
    vi.stubGlobal('fetch', server.fetch);

    await createApi(tokens).readConfiguration(CONFIGURATION_ID);
    expect(silent).toHaveBeenCalledTimes(2);
  });

  it('is given up when the server takes none', async () => {
    const server = createFakeServer(() => false);
    vi.stubGlobal('fetch', server.fetch);

    const reading = createApi(tokens).readConfiguration(CONFIGURATION_ID);
    await expect(reading).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(server.calls).toHaveLength(2);
  });

  it('is asked for again after the host refused', async () => {
    const server = createFakeServer();
    server.store();
    vi.stubGlobal('fetch', server.fetch);
    silent.mockRejectedValueOnce(new SignInError('click-needed'));
    const api = createApi(tokens);

    await expect(api.checkSignIn()).rejects.toMatchObject({ code: 'not-signed-in' });
    await api.checkSignIn();
  });

  it('leaves no way out of the path for an odd id', async () => {
    const server = createFakeServer();
    vi.stubGlobal('fetch', server.fetch);

    const reading = createApi(tokens).readConfiguration('../connector?x=');
    await expect(reading).rejects.toMatchObject({ code: 'configuration-not-found' });
  });
});
