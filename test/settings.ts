import { readSettings, type Settings } from '../server/settings.ts';
import { CLIENT_ID, MALLORY, ZOE } from './people.ts';

export const GITHUB_SECRET = 'the secret of the tests';

/** The key that the vault of tests has; a file can open what another file of its run sealed. */
const SECRET_KEY = Buffer.alloc(32, 7);

/**
 * Settings of a server without the sandbox, on a free port, as the environment would give them; `env` is what
 * differs.
 */
export function testSettings(env: NodeJS.ProcessEnv = {}): Settings {
  return readSettings({
    SANDBOX: 'off',
    PUBLIC_URL: 'https://cardwire.example.com',
    HOST: '127.0.0.1',
    PORT: '0',
    SECRET_KEYS: SECRET_KEY.toString('base64'),
    ENTRA_CLIENT_ID: CLIENT_ID,
    ENTRA_TENANTS: `${ZOE.tenantId},${MALLORY.tenantId}`,
    GITHUB_WEBHOOK_SECRET: GITHUB_SECRET,
    LOG_LEVEL: 'silent',
    ...env,
  });
}
