/**
 * A random id in the form of a GUID, as Teams gives to each window. `crypto.randomUUID` would do the same,
 * but browsers have it in secure contexts alone, and the sandbox may be opened over plain HTTP.
 */
export function newSessionId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
