/** Version 00 of W3C Trace Context; ids of zeros only are not valid. */
const TRACE_PARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** A `traceparent` as a header or an attribute carries it. One that is not well formed counts as none. */
export function readTraceParent(value: unknown): string | undefined {
  return typeof value === 'string' && TRACE_PARENT.test(value) ? value : undefined;
}
