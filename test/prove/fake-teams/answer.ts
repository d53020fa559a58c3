import type { ServerResponse } from 'node:http';
import type { DestinationKind } from '../../../server/destinations/destination.ts';
import type { Misbehaviour } from './misbehaviour.ts';

const DRIP_MS = 100;
const DRIPS = 10;
const HUGE_CHUNK = Buffer.alloc(65_536, ' ');
const RETRY_AFTER_S = 2;
const CONTEXT = 'with ContextId tcid=0,server=PROOF,cv=proof.0';
const hidden = (status: number) =>
  `Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error ${status} ${CONTEXT}..`;

/** The answer to a card that was taken. */
export function answerWell(response: ServerResponse, kind: DestinationKind): void {
  if (kind === 'connector') send(response, 200, '1');
  else send(response, 202, '');
}

/** The answer of a webhook that is gone. */
export function answerGone(response: ServerResponse, kind: DestinationKind): void {
  if (kind === 'connector') send(response, 410, 'The connector was removed.');
  else send(response, 404, JSON.stringify({ error: { code: 'WorkflowNotFound', message: 'It is gone.' } }));
}

/** The answer to a request beyond the pace. */
export function answerTooFast(response: ServerResponse): void {
  send(response, 429, 'Too many requests');
}

type Answer = (response: ServerResponse, kind: DestinationKind) => void;

/** Each does what its name says, with a request whose body was read, but for `reset-unread`. */
export const MISBEHAVE: Record<Misbehaviour, Answer> = {
  throttled: answerTooFast,
  'throttled-seconds': (response) => send(response, 429, '', { 'retry-after': String(RETRY_AFTER_S) }),
  'throttled-date': (response) => {
    const at = new Date(Date.now() + RETRY_AFTER_S * 1_000);
    send(response, 429, '', { 'retry-after': at.toUTCString() });
  },
  'hidden-429': (response) => send(response, 200, hidden(429)),
  'hidden-500': (response) => send(response, 200, hidden(500)),
  'reset-unread': cut,
  'reset-read': cut,
  'reset-half-answer': (response, kind) => {
    response.writeHead(kind === 'connector' ? 200 : 202, { 'content-length': 100 });
    response.write(' ', () => cut(response));
  },
  'half-open': () => {},
  'slow-drip': drip,
  redirect: (response) => send(response, 302, '', { location: 'https://login.microsoftonline.com/' }),
  'status-500': (response) => send(response, 500, '<html><body>Internal server error</body></html>'),
  'status-502': (response) => send(response, 502, ''),
  'status-503': (response) => send(response, 503, 'Service unavailable', { 'retry-after': '1' }),
  'huge-body': pour,
};

function send(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function cut(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

/** One byte after the other; the last one makes a connector's answer whole. */
function drip(response: ServerResponse, kind: DestinationKind): void {
  response.writeHead(kind === 'connector' ? 200 : 202, { 'content-length': DRIPS });
  let sent = 0;
  const timer = setInterval(() => {
    sent += 1;
    response.write(sent === DRIPS ? '1' : ' ');
    if (sent < DRIPS) return;
    clearInterval(timer);
    response.end();
  }, DRIP_MS);
  response.once('close', () => clearInterval(timer));
}

/** Goes on until the other side has had enough. */
function pour(response: ServerResponse, kind: DestinationKind): void {
  response.writeHead(kind === 'connector' ? 200 : 202);
  const more = () => {
    while (!response.destroyed && response.write(HUGE_CHUNK));
  };
  response.on('drain', more);
  more();
}
