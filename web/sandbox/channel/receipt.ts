/** What the intake said of an event that it accepted. */
export interface Receipt {
  /** Channels that it goes to. */
  channels: number;
  /** Why nobody is told, when the source has nothing to tell. */
  ignored?: string;
}

/** Reads the intake's answer. What is not there counts as nothing: another app may answer in its own way. */
export function readReceipt(body: string): Receipt {
  const fields = parse(body);
  const events = 'events' in fields && Array.isArray(fields.events) ? fields.events : [];
  const channels = events.reduce((sum: number, event: unknown) => sum + channelsOf(event), 0);
  return 'ignored' in fields && typeof fields.ignored === 'string'
    ? { channels, ignored: fields.ignored }
    : { channels };
}

/** The words of a problem+json answer, or nothing. */
export function readDetail(body: string): string {
  const fields = parse(body);
  return 'detail' in fields && typeof fields.detail === 'string' ? fields.detail : '';
}

function channelsOf(event: unknown): number {
  if (typeof event !== 'object' || event === null || !('channels' in event)) return 0;
  return typeof event.channels === 'number' ? event.channels : 0;
}

function parse(body: string): object {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
