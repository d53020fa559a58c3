/** One answer over HTTP; redirections are not followed. */
export interface HttpAnswer {
  status: number;
  headers: Headers;
  body: Uint8Array;
  /** From the request to the end of the body. */
  tookMs: number;
  /** When it came, by this machine's clock. */
  at: Date;
}

/** What a TLS handshake told. */
export interface Handshake {
  /** Why the certificate is not to be trusted; undefined: it is. */
  refused: string | undefined;
  validTo: Date;
  protocol: string;
}

/** The network, as the doctor reaches it. Each rejects with an Error whose message says why. */
export interface World {
  resolve(host: string): Promise<string[]>;
  handshake(host: string, port: number): Promise<Handshake>;
  get(url: string, headers?: Record<string, string>): Promise<HttpAnswer>;
  now(): Date;
}

/** A thing that was tried: what came of it, or why nothing did. */
export type Tried<T> = { value: T } | { error: string };

export async function attempt<T>(work: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
