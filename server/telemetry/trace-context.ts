import { type Context, ROOT_CONTEXT, type SpanContext, trace } from '@opentelemetry/api';
import { readTraceParent } from '../events/trace-parent.ts';

/** W3C's `traceparent` as OpenTelemetry's span context; undefined when it is none. */
export function spanContextOf(traceParent: string | undefined): SpanContext | undefined {
  const [, traceId, spanId, flags] = readTraceParent(traceParent)?.split('-') ?? [];
  if (!traceId || !spanId || !flags) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
}

/** The context in which a span becomes the child of that one; without it, the span begins a trace. */
export function contextIn(parent: SpanContext | undefined): Context {
  return parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
}

export function traceParentOf({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}
