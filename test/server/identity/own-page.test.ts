import { describe, expect, it } from 'vitest';
import { isFromOwnPage, isOwnHost } from '../../../server/identity/own-page.ts';

const HOST = 'localhost:3978';

describe('a browser that says where a request comes from', () => {
  it.each(['cross-site', 'same-site', 'none', ''])('is refused for %j', (site) => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
      expect(isFromOwnPage(method, { host: HOST, 'sec-fetch-site': site })).toBe(false);
    }
  });

  it('passes for the same origin, also behind a proxy that changes the host', () => {
    const headers = { host: HOST, origin: 'https://teams.microsoft.com', 'sec-fetch-site': 'same-origin' };
    expect(isFromOwnPage('POST', headers)).toBe(true);
  });

  it('is not overruled by an Origin header', () => {
    const headers = { host: HOST, origin: `http://${HOST}`, 'sec-fetch-site': 'cross-site' };
    expect(isFromOwnPage('GET', headers)).toBe(false);
  });
});

describe('a browser on plain HTTP, which names the origin alone', () => {
  it('passes when the origin is this host', () => {
    expect(isFromOwnPage('POST', { host: '192.168.1.5:3978', origin: 'http://192.168.1.5:3978' })).toBe(true);
  });

  it.each(['http://evil.example', 'http://localhost:3979', 'http://localhost', 'null', ''])(
    'is refused when the origin is %j',
    (origin) => {
      expect(isFromOwnPage('POST', { host: HOST, origin })).toBe(false);
      expect(isFromOwnPage('GET', { host: HOST, origin })).toBe(false);
    },
  );
});

describe('a request that says nothing of its origin', () => {
  it('may read', () => {
    expect(isFromOwnPage('GET', { host: HOST })).toBe(true);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('may not change anything by %s', (method) => {
    expect(isFromOwnPage(method, { host: HOST })).toBe(false);
  });
});

describe('the name that a request calls this server by', () => {
  const PUBLIC_URL = 'https://cardwire.example.com';

  it.each(['localhost:3978', '127.0.0.1:3978', '[::1]:3978', '192.168.1.5:3978', 'cardwire.example.com'])(
    'is ours: %s',
    (host) => {
      expect(isOwnHost(host, PUBLIC_URL)).toBe(true);
    },
  );

  it.each([
    undefined,
    '',
    'rebound.example:3978',
    'localhost.example',
    'cardwire.example.com:81',
    'a b',
    '127.0.0.1.example',
  ])('is foreign: %s', (host) => {
    expect(isOwnHost(host, PUBLIC_URL)).toBe(false);
  });
});
