/** A call of the page, as Microsoft's SDK posts it to its parent window. */
export interface PageCall {
  /** Counts from 0 in each page. */
  id: number;
  /** Names the call uniquely; older SDKs do not send it. */
  uuidAsString?: string;
  func: string;
  args: unknown[];
}

/** What the host posts back for a call. */
export interface HostAnswer {
  id: number;
  uuidAsString?: string;
  args: unknown[];
}

/** What the host posts on its own. The SDK takes whatever has a numeric `id` for an answer: no `id` here. */
export interface HostEvent {
  func: string;
  args: unknown[];
}

/** The call in a message's data, or nothing when it is none: other scripts post to windows, too. */
export function readPageCall(data: unknown): PageCall | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (!('id' in data) || typeof data.id !== 'number') return undefined;
  if (!('func' in data) || typeof data.func !== 'string') return undefined;
  const args = 'args' in data && Array.isArray(data.args) ? data.args : [];
  const call = { id: data.id, func: data.func, args };
  const uuid = 'uuidAsString' in data ? data.uuidAsString : undefined;
  return typeof uuid === 'string' ? { ...call, uuidAsString: uuid } : call;
}

/** The answer to a call: both of its names come back, because newer SDKs look for one and older for the other. */
export function answerTo(call: PageCall, args: unknown[]): HostAnswer {
  const { id, uuidAsString } = call;
  return uuidAsString === undefined ? { id, args } : { id, uuidAsString, args };
}
