// A server with production's settings and pages. Only the world outside is another: sign-in keys and webhooks
// are those of the sandbox at the origin that is given.
import { createRemoteJWKSet } from 'jose';
import { pino } from 'pino';
import { drawApiKey, storeApiKey } from '../../server/identity/api-keys.ts';
import { run } from '../../server/run.ts';

import { SANDBOX_CLIENT_ID, SANDBOX_TENANT_ID } from '../../server/sandbox/team.ts';
import { sandboxConnect } from '../../server/sandbox/webhook-connect.ts';
import { readSettings } from '../../server/settings.ts';
import { openDataFolder } from '../../server/storage/data-folder.ts';
import { startEmbeddedPostgres } from '../../server/storage/postgres/embedded.ts';
import { openStorage } from '../../server/storage/storage.ts';

import { GITHUB_SECRET } from './github.ts';

const sandbox = new URL(process.argv[2] ?? '');
const folder = openDataFolder(process.env.DATA_DIR ?? '');
const postgres = await startEmbeddedPostgres({ folder, password: 'test', log: { info() {}, warn() {} } });
const settings = readSettings({
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://cardwire.example.com',
  HOST: 'localhost',
  PORT: '0',
  DATABASE_URL: postgres.url,
  SECRET_KEYS: Buffer.alloc(32, 7).toString('base64'),
  ENTRA_CLIENT_ID: SANDBOX_CLIENT_ID,
  ENTRA_TENANTS: SANDBOX_TENANT_ID,
  GITHUB_WEBHOOK_SECRET: GITHUB_SECRET,
});
const server = await run(settings, pino({ level: 'silent' }), {
  keys: createRemoteJWKSet(new URL('/sandbox/keys', sandbox)),
  connect: sandboxConnect(() => Number(sandbox.port)),
});
const apiKey = drawApiKey();
const storage = openStorage({ databaseUrl: postgres.url, onError() {} });
await storeApiKey(storage.prisma, apiKey, { name: 'test', scopes: ['events'] });
await storage.close();
console.log(`http://localhost:${server.port} ${apiKey}\n\n`);

process.on('SIGTERM', async () => {
  await server.stop();
  await postgres.stop();
  process.exit(0);
});
