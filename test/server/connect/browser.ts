import { randomBytes } from 'node:crypto';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { TestApp } from '../../app.ts';
import { ZOE } from '../../people.ts';

/** The setting that turns Connect to Office 365 on. */
export const CONNECT_ENV = { CONNECTOR_ID: '7f0a3c52-1d64-4b8e-9a27-5e13c8d09b46' };

/** The URL of a connector in a group of this organisation that no other test has. */
export const newGroupWebhook = (tenantId = ZOE.tenantId): string =>
  `https://outlook.office.com/webhook/33333333-aaaa-4bbb-8ccc-000000000001@${tenantId}/44444444-aaaa-4bbb-8ccc-000000000001/${randomBytes(16).toString('hex')}/${ZOE.objectId}`;

/** What Microsoft sends back for a group. */
export const granted = (url = newGroupWebhook()): Record<string, string> => ({
  webhook_url: url,
  app_type: 'Groups',
  group_name: 'Bakery',
  user_objectId: ZOE.objectId,
});

/** A browser with its cookies, on the pages of this server. */
export interface Browser {
  cookies: Map<string, string>;
  /** Presses the button: answers the state that travels to Microsoft. */
  start(choice?: object): Promise<string>;
  /** Comes back from Microsoft's page. */
  comeBack(query: Record<string, string>): Promise<LightMyRequestResponse>;
  /** Any call from a page of ours, unless the headers say otherwise. */
  call(
    method: NonNullable<InjectOptions['method']>,
    url: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
  /** The whole way, until events flow; answers the configuration's id. */
  connect(query?: Record<string, string>): Promise<string>;
  /** How the newest way ended. */
  outcome(): Promise<string | undefined>;
}

export function openBrowser({ app }: Pick<TestApp, 'app'>): Browser {
  const cookies = new Map<string, string>();
  const send = async (options: InjectOptions): Promise<LightMyRequestResponse> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await app.inject({ ...options, headers: { ...options.headers, cookie } });
    for (const { name, value, maxAge } of answer.cookies) {
      if (maxAge === 0) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  const browser: Browser = {
    cookies,
    async start(choice = {}) {
      const answer = await browser.call('POST', '/connect/api/start', {
        eventTypes: ['task.created'],
        language: 'en',
        ...choice,
      });
      if (answer.statusCode !== 200) throw new Error(answer.body);
      return new URL(answer.json().location).searchParams.get('state') ?? '';
    },
    comeBack: (query) =>
      send({
        method: 'GET',
        url: `/connect/callback?${new URLSearchParams(query)}`,
        headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
      }),
    call: (method, url, body, headers = { 'sec-fetch-site': 'same-origin' }) =>
      send({
        method,
        url,
        headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { payload: JSON.stringify(body) }),
      }),
    async connect(query = granted()) {
      await browser.comeBack({ state: await browser.start(), ...query });
      const { pending } = (await browser.call('GET', '/connect/api/session')).json();
      const proof = await browser.call('POST', `/connect/api/pending/${pending[0].id}/prove`);
      return proof.json().connection.configuration.id;
    },
    async outcome() {
      return (await browser.call('GET', '/connect/api/session')).json().outcome;
    },
  };
  return browser;
}
