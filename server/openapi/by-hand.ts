import type { Content, Response } from './complete.ts';
import { cloudEvent, shortEvent } from './examples/events.ts';

/** What a call reads or answers that its route has no schema for. */
interface ByHand {
  requestBody?: { required?: boolean; description?: string; content: Content };
  responses?: Record<string, Response>;
}

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = (example: string) => ({ schema: { type: 'string' }, example });

const health = (description: string, example: object): ByHand => ({
  responses: {
    200: { description, content: { 'application/json': { schema: { type: 'object' }, example } } },
  },
});

/** Of a channel that is followed: each frame is a server-sent event. */
const stream: ByHand = {
  responses: {
    200: {
      description:
        'Server-sent events without end. The data of a `channel` event is a `ChannelNews`; its id is sent back as `Last-Event-ID`.',
      content: {
        'text/event-stream': text('event: channel\nid: 7\ndata: {"configuration":{},"deliveries":{}}\n\n'),
      },
    },
  },
};

/** By method and path. */
export const BY_HAND: Readonly<Record<string, ByHand>> = {
  'POST /api/events': {
    requestBody: {
      description:
        'One event or several: in the short form, or as CloudEvents 1.0, structured, as a batch, or binary (then the body is the data, and the attributes are `ce-` headers). See docs/events.md.',
      content: {
        'application/json': {
          schema: { anyOf: [reference('ShortEvent'), { type: 'array', items: reference('ShortEvent') }] },
          example: shortEvent,
        },
        'application/cloudevents+json': { schema: reference('CloudEvent'), example: cloudEvent },
        'application/cloudevents-batch+json': {
          schema: { type: 'array', items: reference('CloudEvent'), maxItems: 500 },
          example: [cloudEvent],
        },
      },
    },
  },
  'POST /api/sources/github': {
    requestBody: {
      description: 'Any webhook of GitHub, in either of its content types, with its headers.',
      content: {
        'application/json': {
          schema: { type: 'object' },
          example: { zen: 'Keep it logically awesome.', hook_id: 1 },
        },
        'application/x-www-form-urlencoded': {
          schema: { type: 'object', properties: { payload: { type: 'string' } }, required: ['payload'] },
          example: { payload: '{"zen":"Keep it logically awesome.","hook_id":1}' },
        },
      },
    },
  },
  'POST /api/card-actions': {
    responses: {
      200: {
        description:
          'The MessageCard as it is from now on; the header `card-action-status` has a line for the person.',
        content: {
          'application/json': {
            schema: { type: 'object' },
            example: { '@type': 'MessageCard', '@context': 'https://schema.org/extensions', summary: 'Done' },
          },
        },
      },
    },
  },
  'GET /api/configurations/{id}/stream': stream,
  'GET /connect/api/configurations/{id}/stream': stream,
  'GET /api/operate/package': {
    responses: {
      200: {
        description: 'A zip to install in Teams, with the manifest, icons and words. See docs/sideload.md.',
        content: { 'application/zip': text('PK…') },
      },
    },
  },
  'GET /health/live': health('The process runs.', { status: 'live' }),
  'GET /health/ready': health('This node does its work.', { status: 'ready', shards: 64, nodes: 1 }),
  'GET /metrics': {
    responses: {
      200: {
        description: "Prometheus' text format. A scraper on the same machine needs no key.",
        content: { 'text/plain': text('cardwire_nodes 1\n') },
      },
    },
  },
};
