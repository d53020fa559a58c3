import { startTestApp, type TestApp } from '../../app.ts';

/** A server with the settings of production and everything that can be turned on. */
export function startProduction(env: NodeJS.ProcessEnv = {}): Promise<TestApp> {
  return startTestApp({
    NODE_ENV: 'production',
    // What it is asked for; the tests' own is used.
    DATABASE_URL: 'postgresql://cardwire@localhost/cardwire',
    CONNECTOR_ID: '33333333-aaaa-4bbb-8ccc-000000000001',
    ACTION_URL: 'https://tasks.example.com/actions',
    ACTION_SECRET: `whsec_${Buffer.alloc(32, 9).toString('base64')}`,
    ...env,
  });
}
