import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect as connectSocket } from 'node:net';
import { Agent, type buildConnector, request } from 'undici';
import { expect, it, onTestFinished } from 'vitest';
import { sandboxConnect } from '../../../server/sandbox/webhook-connect.ts';
import { issueConnectorUrl, issueWorkflowUrl } from '../../../server/sandbox/webhook-url.ts';

/** A server that tells what it was asked for, and its port. */
async function listen(): Promise<number> {
  const server = createServer(({ method, headers, url }: IncomingMessage, response) => {
    response.end(`${method} ${headers.host} ${url}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

function agent(connect: buildConnector.connector): Agent {
  const made = new Agent({ connect });
  onTestFinished(() => made.close());
  return made;
}

it.each([
  ['connector', issueConnectorUrl],
  ['Workflow', issueWorkflowUrl],
])('brings a request for a %s to this server under the name that it was made for', async (_kind, issue) => {
  const port = await listen();
  const { url } = issue();
  const { host, pathname, search } = new URL(url);
  const { body } = await request(url, { method: 'POST', dispatcher: agent(sandboxConnect(() => port)) });
  expect(await body.text()).toBe(`POST ${host} ${pathname}${search}`);
});

it('asks for the port when it connects, not before', async () => {
  let port = 0;
  const dispatcher = agent(sandboxConnect(() => port));
  port = await listen();
  expect((await request(issueConnectorUrl().url, { dispatcher })).statusCode).toBe(200);
});

it.each([
  'https://contoso.webhook.office.com/webhookb2/x',
  'https://cardwire-sandbox.webhook.office.com.evil.example/',
  'https://sub.cardwire-sandbox.webhook.office.com/',
  'http://127.0.0.1:1/',
])('refuses to connect to %s', async (url) => {
  const port = await listen();
  const refused = request(url, { dispatcher: agent(sandboxConnect(() => port)) });
  await expect(refused).rejects.toThrow('The sandbox does not connect to');
});

it('leaves other hosts to the fallback', async () => {
  const port = await listen();
  const asked: string[] = [];
  const fallback: buildConnector.connector = ({ hostname }, callback) => {
    asked.push(hostname);
    const socket = connectSocket(port, '127.0.0.1', () => callback(null, socket));
  };
  const dispatcher = agent(sandboxConnect(() => 0, fallback));
  const { body } = await request('http://real.example/hook', { dispatcher });
  expect(await body.text()).toBe('GET real.example /hook');
  expect(asked).toEqual(['real.example']);
});
