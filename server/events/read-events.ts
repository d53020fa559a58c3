import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Static, TProperties, TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { inWords, toFieldProblems } from '../field-problems.ts';
import { ProblemError } from '../problem.ts';
import type { Event, Json, JsonObject } from './event.ts';
import { cleanText, toPlainJson } from './plain-json.ts';
import { CloudEvent, EVENT_LIMITS, ShortEvent } from './schema.ts';
import { readTraceParent } from './trace-parent.ts';

export interface ReadContext {
  /** `source` of events in the short form that name none. */
  defaultSource: string;
  /** When the request came: the time of events that carry none. */
  now: Date;
}

const BATCH_TYPE = 'application/cloudevents-batch+json';
const STRUCTURED_TYPE = 'application/cloudevents+json';

const cloudEvent = Compile(CloudEvent);
const shortEvent = Compile(ShortEvent);

/**
 * Reads the events of a request: CloudEvents 1.0 (structured, binary, batch), the short form, or an array
 * of either. Throws ProblemError `invalid-event` that names every field that is wrong; then nothing of the
 * request counts.
 */
export function readEvents(headers: IncomingHttpHeaders, body: unknown, context: ReadContext): Event[] {
  const contentType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (headers['ce-specversion'] !== undefined) return [readBinary(headers, body, context)];
  if (contentType === BATCH_TYPE && !Array.isArray(body)) {
    throw new ProblemError('invalid-event', `The body of ${BATCH_TYPE} must be an array of events.`);
  }
  if (!Array.isArray(body)) return [readOne(body, '', contentType, context)];
  if (body.length === 0) throw new ProblemError('invalid-event', 'The array holds no event.');
  if (body.length > EVENT_LIMITS.batch) {
    throw new ProblemError(
      'invalid-event',
      `Send at most ${EVENT_LIMITS.batch} events at once; these are ${body.length}.`,
    );
  }
  return body.map((entry, index) => readOne(entry, `/${index}`, contentType, context));
}

function readOne(
  value: unknown,
  pointer: string,
  contentType: string | undefined,
  context: ReadContext,
): Event {
  const isCloudEvent =
    contentType === STRUCTURED_TYPE ||
    contentType === BATCH_TYPE ||
    (typeof value === 'object' && value !== null && 'specversion' in value);
  return isCloudEvent
    ? fromCloudEvent(check(cloudEvent, value, pointer), pointer, context)
    : fromShortForm(check(shortEvent, value, pointer), pointer, context);
}

/** The binary form: attributes as `ce-` headers, percent-encoded, and the body is the data. */
function readBinary(headers: IncomingHttpHeaders, body: unknown, context: ReadContext): Event {
  const attributes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (name.startsWith('ce-') && typeof value === 'string') attributes[name.slice(3)] = decode(value);
  }
  return fromCloudEvent(check(cloudEvent, { ...attributes, data: body }, ''), '', context);
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function fromCloudEvent(event: Static<typeof CloudEvent>, pointer: string, { now }: ReadContext): Event {
  if ('data_base64' in event) {
    throw new ProblemError('invalid-event', 'Binary data cannot become a card: send "data" as JSON.');
  }
  const traceParent = readTraceParent(event.traceparent);
  return {
    ...identity(event.source, event.id, pointer),
    type: cleanText(event.type),
    time: event.time === undefined ? now : readTime(event.time, `${pointer}/time`),
    data: asObject(toPlainJson(event.data ?? {})),
    ...(event.subject !== undefined && { subject: cleanText(event.subject) }),
    ...(event.tenantid !== undefined && { tenantId: event.tenantid.toLowerCase() }),
    ...(traceParent !== undefined && { traceParent }),
  };
}

function fromShortForm(
  event: Static<typeof ShortEvent>,
  pointer: string,
  { defaultSource, now }: ReadContext,
): Event {
  const { title, text, url } = event;
  const data = {
    ...event.data,
    title,
    ...(text !== undefined && { text }),
    ...(url !== undefined && { url }),
  };
  return {
    ...identity(event.source ?? defaultSource, event.id ?? randomUUID(), pointer),
    type: cleanText(event.type),
    time: event.time === undefined ? now : readTime(event.time, `${pointer}/time`),
    data: asObject(toPlainJson(data)),
    ...(event.tenantid !== undefined && { tenantId: event.tenantid.toLowerCase() }),
  };
}

/** Both are in one index, whose entries PostgreSQL limits by their bytes. */
function identity(source: string, id: string, pointer: string): Pick<Event, 'source' | 'id'> {
  const clean = { source: cleanText(source), id: cleanText(id) };
  if (Buffer.byteLength(clean.source + clean.id) <= EVENT_LIMITS.identityBytes) return clean;
  const detail = `may have at most ${EVENT_LIMITS.identityBytes} bytes together with "source".`;
  const fields = [{ pointer: `${pointer}/id`, detail }];
  throw new ProblemError('invalid-event', inWords(fields, 'The event'), fields);
}

/** RFC 3339 knows leap seconds, which Date does not, and offsets that lead out of the years 1 to 9999. */
function readTime(text: string, pointer: string): Date {
  const time = new Date(text.replace(/:60(?=[.Z+-])/i, ':59'));
  const year = time.getUTCFullYear();
  if (year >= 1 && year <= 9_999) return time;
  const fields = [{ pointer, detail: 'must be a time in the years 1 to 9999.' }];
  throw new ProblemError('invalid-event', inWords(fields, 'The event'), fields);
}

/** Data that is no object still makes a card: text becomes its text, anything else its value. */
function asObject(data: Json): JsonObject {
  if (typeof data === 'string') return { text: data };
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data;
  return { value: data };
}

function check<T extends TSchema>(
  validator: Validator<TProperties, T>,
  value: unknown,
  pointer: string,
): Static<T> {
  if (validator.Check(value)) return value;
  const fields = toFieldProblems(validator.Errors(value), pointer);
  throw new ProblemError('invalid-event', inWords(fields, 'The event'), fields);
}
