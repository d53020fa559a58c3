import { createHmac, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { SampleRequest } from './samples.ts';
import type { FreeEvent, SendResult } from './schema.ts';

/** The secrets of a sender. */
export interface SenderSecrets {
  apiKey: string;
  githubSecret: string;
}

/** Sends one sample to this server's own intake, through the same checks as a request from outside. */
export async function sendSample(
  app: FastifyInstance,
  secrets: SenderSecrets,
  sample: SampleRequest,
): Promise<SendResult> {
  if (sample.source === 'connector') {
    return send(app, '/api/events', JSON.stringify(sample.event), {
      authorization: `Bearer ${secrets.apiKey}`,
      'content-type': 'application/cloudevents+json; charset=utf-8',
    });
  }
  const body = JSON.stringify(sample.payload);
  const signature = createHmac('sha256', secrets.githubSecret).update(body).digest('hex');
  return send(app, '/api/sources/github', body, {
    'content-type': 'application/json',
    'user-agent': 'GitHub-Hookshot/sandbox',
    'x-github-event': sample.event,
    'x-github-delivery': randomUUID(),
    'x-hub-signature-256': `sha256=${signature}`,
  });
}

/** Sends an event in the short form, as somebody with curl would. */
export async function sendFreeEvent(
  app: FastifyInstance,
  secrets: SenderSecrets,
  event: FreeEvent,
): Promise<SendResult> {
  return send(app, '/api/events', JSON.stringify(event), {
    authorization: `Bearer ${secrets.apiKey}`,
    'content-type': 'application/json',
  });
}

async function send(
  app: FastifyInstance,
  url: string,
  payload: string,
  headers: Record<string, string>,
): Promise<SendResult> {
  const response = await app.inject({ method: 'POST', url, payload, headers });
  const accepted = response.statusCode >= 200 && response.statusCode < 300;
  return { accepted, status: response.statusCode, body: response.body };
}
