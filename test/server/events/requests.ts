import type { IncomingHttpHeaders } from 'node:http';
import { readEvents } from '../../../server/events/read-events.ts';
import { ProblemError } from '../../../server/problem.ts';

export const NOW = new Date('2026-11-21T10:00:00Z');
export const CONTEXT = { defaultSource: 'urn:cardwire:key_1', now: NOW };
export const TENANT = '11111111-AAAA-4bbb-8ccc-000000000001';

export const JSON_TYPE = { 'content-type': 'application/json' };
export const STRUCTURED = { 'content-type': 'application/cloudevents+json; charset=utf-8' };
export const BATCH = { 'content-type': 'application/cloudevents-batch+json' };

export const CLOUD_EVENT = {
  specversion: '1.0',
  id: '1',
  source: 'https://tasks.example',
  type: 'task.created',
};
export const SHORT = { type: 'task.created', title: 'Order the cake' };

/** The events of a request. */
export const read = (body: unknown, headers: IncomingHttpHeaders = JSON_TYPE) =>
  readEvents(headers, body, CONTEXT);

/** Why a request was refused; throws when it was not. */
export function refusal(body: unknown, headers: IncomingHttpHeaders = JSON_TYPE): ProblemError {
  try {
    read(body, headers);
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('this was taken');
}
