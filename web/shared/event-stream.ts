/** A block of server-sent events; of a comment all parts are empty. */
export interface Frame {
  id: string;
  event: string;
  data: string;
}

/** Reads server-sent events as they arrive. Ends with the stream, and fails as it does. */
export async function* readFrames(body: ReadableStream<Uint8Array>): AsyncGenerator<Frame> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      const blocks = rest.split(/\r?\n\r?\n/);
      rest = blocks.pop() ?? '';
      for (const block of blocks) yield toFrame(block);
    }
  } finally {
    // Whoever stops reading does not need the connection any more.
    reader.cancel().catch(() => undefined);
  }
}

function toFrame(block: string): Frame {
  const frame: Frame = { id: '', event: '', data: '' };
  for (const line of block.split(/\r?\n/)) {
    const [, name, value = ''] = /^(id|event|data): ?(.*)$/.exec(line) ?? [];
    if (name === 'data') frame.data += frame.data === '' ? value : `\n${value}`;
    else if (name === 'id' || name === 'event') frame[name] = value;
  }
  return frame;
}
