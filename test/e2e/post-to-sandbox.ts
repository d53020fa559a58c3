import { request } from 'node:http';

/**
 * Posts to a webhook of the sandbox, which is reached on the server itself under its own host name. Answers the
 * status, or nothing when the connection was cut.
 */
export function postToSandbox(
  origin: string,
  webhookUrl: string,
  body: unknown,
): Promise<number | undefined> {
  const { hostname, pathname, search } = new URL(webhookUrl);
  return new Promise((resolve) => {
    const posting = request(
      new URL(pathname + search, origin),
      { method: 'POST', headers: { host: hostname, 'content-type': 'application/json' } },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    posting.on('error', () => resolve(undefined));
    posting.end(JSON.stringify(body));
  });
}
