import type { LightMyRequestResponse } from 'fastify';
import { drawApiKey, type Scope, storeApiKey } from '../../../server/identity/api-keys.ts';
import type { TestApp } from '../../app.ts';

/** Asks as whoever holds a key. */
export interface Operator {
  /** Of the key. */
  id: string;
  get(path: string): Promise<LightMyRequestResponse>;
  post(path: string, body?: object): Promise<LightMyRequestResponse>;
}

/** An operator with a new key: of one organisation if given, and otherwise of all. Paths begin below /api/operate. */
export async function newOperator(
  { app, storage }: TestApp,
  { tenantId, scopes = ['operate'] }: { tenantId?: string; scopes?: Scope[] } = {},
): Promise<Operator> {
  const key = drawApiKey();
  const id = await storeApiKey(storage.prisma, key, { name: 'operator', scopes, tenantId });
  const headers = { authorization: `Bearer ${key}` };
  return {
    id,
    get: (path) => app.inject({ url: `/api/operate${path}`, headers }),
    post: (path, body) =>
      app.inject({ method: 'POST', url: `/api/operate${path}`, headers, ...(body && { payload: body }) }),
  };
}
