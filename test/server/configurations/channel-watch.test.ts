import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type ChannelWatch,
  createChannelWatch,
  type Follow,
} from '../../../server/configurations/channel-watch.ts';
import { ProblemError } from '../../../server/problem.ts';

const LIMITS = { lookMs: 1_000, silenceMs: 15_000, lifeMs: 60_000, streams: 3, streamsOfOne: 2 };

let marks: Map<string, string>;
let reads: string[];
let looks: number;
let broken: string | undefined;
const errors: unknown[] = [];
let watch: ChannelWatch;

beforeEach(() => {
  vi.useFakeTimers();
  marks = new Map([
    ['a', 'a1'],
    ['b', 'b1'],
  ]);
  reads = [];
  looks = 0;
  broken = undefined;
  errors.length = 0;
  watch = createChannelWatch({
    async readMarks(ids) {
      looks += 1;
      return new Map([...marks].filter(([id]) => ids.includes(id)));
    },
    async read(id) {
      reads.push(id);
      if (id === broken) throw new Error('no database');
      return JSON.stringify({ mark: marks.get(id) });
    },
    onError: (error) => errors.push(error),
    limits: LIMITS,
  });
});
afterEach(() => {
  watch.close();
  // Other files share this worker.
  vi.useRealTimers();
});

/** Somebody who reads everything that comes. */
function reader(part: Partial<Follow> = {}) {
  const gone = new AbortController();
  const wish = { configurationId: 'a', person: 'zoe', seen: undefined, signal: gone.signal, ...part };
  const frames = watch.follow(wish);
  const got: string[] = [];
  const ended = (async () => {
    for await (const frame of frames) got.push(frame);
  })();
  return {
    got,
    ended,
    go: () => gone.abort(),
    marks: () => got.flatMap((frame) => /^id: (.*)$/m.exec(frame)?.[1] ?? []),
  };
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('watching a channel', () => {
  it('begins with the state as it is, and goes on with each change', async () => {
    const zoe = reader();
    await pass(0);
    expect(zoe.got.at(-1)).toBe('id: a1\nevent: channel\ndata: {"mark":"a1"}\n\n');
    marks.set('a', 'a2');
    await pass(LIMITS.lookMs);
    expect(zoe.marks()).toEqual(['a1', 'a2']);
  });

  it('sends nothing to a page that has the newest state already', async () => {
    const zoe = reader({ seen: 'a1' });
    await pass(LIMITS.lookMs);
    expect(zoe.marks()).toEqual([]);
    marks.set('a', 'a2');
    await pass(LIMITS.lookMs);
    expect(zoe.marks()).toEqual(['a2']);
  });

  it('reads a channel once for everybody who watches it, and no other one', async () => {
    const readers = [reader(), reader({ person: 'yann' })];
    await pass(LIMITS.lookMs);
    marks.set('a', 'a2');
    marks.set('b', 'b2');
    await pass(LIMITS.lookMs);
    for (const one of readers) expect(one.marks()).toEqual(['a1', 'a2']);
    expect(reads).toEqual(['a', 'a']);
  });

  it('gives a slow reader the newest state and nothing in between', async () => {
    const wish = { configurationId: 'a', person: 'zoe', seen: 'a1', signal: new AbortController().signal };
    const frames = watch.follow(wish);
    await frames.next();
    const next = frames.next();
    for (const mark of ['a2', 'a3', 'a4']) {
      marks.set('a', mark);
      await pass(LIMITS.lookMs);
    }
    expect((await next).value).toContain('id: a2');
    expect((await frames.next()).value).toContain('id: a4');
  });

  it('says that it is still there when nothing happens', async () => {
    const zoe = reader({ seen: 'a1' });
    await pass(2 * LIMITS.silenceMs);
    expect(zoe.got.slice(1)).toEqual([': still here\n\n', ': still here\n\n']);
  });

  it('goes on after an error, and one channel’s does not keep the others from their news', async () => {
    broken = 'a';
    const [zoe, yann] = [reader(), reader({ configurationId: 'b', person: 'yann' })];
    await pass(LIMITS.lookMs);
    expect([zoe.marks(), yann.marks()]).toEqual([[], ['b1']]);
    expect(errors).not.toEqual([]);
    broken = undefined;
    await pass(LIMITS.lookMs);
    expect(zoe.marks()).toEqual(['a1']);
  });
});

describe('a stream ends', () => {
  it.each([
    ['when its page is gone', async (one: ReturnType<typeof reader>) => one.go()],
    ['when the server closes', async () => watch.close()],
    ['when its time is over', () => pass(LIMITS.lifeMs)],
    [
      'when the configuration is gone',
      async () => {
        marks.delete('a');
        await pass(LIMITS.lookMs);
      },
    ],
  ])('%s, and nobody looks any more', async (_when, happen) => {
    const zoe = reader();
    await pass(0);
    await happen(zoe);
    await zoe.ended;
    const before = looks;
    await pass(10 * LIMITS.lookMs);
    expect(looks).toBe(before);
  });
});

describe('streams are bounded', () => {
  const full = (person: string) => {
    try {
      return void reader({ person });
    } catch (error) {
      return error instanceof ProblemError ? error.code : error;
    }
  };

  it('for one person, and on the node', () => {
    expect(['zoe', 'zoe', 'zoe', 'yann', 'ada'].map(full)).toEqual([
      undefined,
      undefined,
      'streams-full',
      undefined,
      'streams-full',
    ]);
  });

  it('and each that ends makes room, also when nobody had begun to read it', async () => {
    const [first, gone] = [reader(), new AbortController()];
    watch.follow({ configurationId: 'a', person: 'zoe', seen: undefined, signal: gone.signal });
    expect(full('zoe')).toBe('streams-full');
    gone.abort();
    expect(full('zoe')).toBeUndefined();
    first.go();
    await first.ended;
    expect(full('zoe')).toBeUndefined();
    expect(full('zoe')).toBe('streams-full');
  });
});
