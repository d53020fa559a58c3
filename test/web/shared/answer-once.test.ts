import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerOnce, type Reply } from '../../../web/shared/answer-once.ts';

const LIMITS = { workMs: 15_000, answerMs: 20_000 };
const WORDS = { late: () => 'late', failed: () => 'failed' };

/** Behaves as the SDK's events do: a second answer throws. */
function createRequest() {
  const answers: string[] = [];
  const answer = (text: string) => {
    if (answers.length > 0) throw new Error('The SaveEvent may only notify success or failure once.');
    answers.push(text);
  };
  return { answers, notifySuccess: () => answer('success'), notifyFailure: (reason = '') => answer(reason) };
}

function after<T>(ms: number, outcome: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    setTimeout(() => {
      try {
        resolve(outcome());
      } catch (error) {
        reject(error);
      }
    }, ms);
  });
}

describe('answerOnce', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  it('answers exactly once and in time, whatever the work does', async () => {
    const outcome = fc.constantFrom<() => Reply>(
      () => ({ ok: true }),
      () => ({ ok: false, reason: 'no' }),
      () => {
        throw new Error('broken');
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 60_000 }), outcome, async (takesMs, comesTo) => {
        const request = createRequest();
        const done = answerOnce(request, () => after(takesMs, comesTo), LIMITS, WORDS);
        await vi.advanceTimersByTimeAsync(LIMITS.answerMs);
        expect(request.answers).toHaveLength(1);
        await vi.advanceTimersByTimeAsync(60_000);
        await done;
        expect(request.answers).toHaveLength(1);
      }),
    );
  });

  it('passes on the reason of the work', async () => {
    const request = createRequest();
    await answerOnce(request, async () => ({ ok: false, reason: 'because' }), LIMITS, WORDS);
    expect(request.answers).toEqual(['because']);
  });

  it('says that it failed when the work throws', async () => {
    const request = createRequest();
    await answerOnce(request, () => Promise.reject(new Error('secret')), LIMITS, WORDS);
    expect(request.answers).toEqual(['failed']);
  });

  it('stops the work before it answers for it, so that there is time to clean up', async () => {
    const request = createRequest();
    let stopped = false;
    const work = (signal: AbortSignal) =>
      new Promise<Reply>((resolve) => {
        signal.addEventListener('abort', () => {
          stopped = true;
          setTimeout(() => resolve({ ok: false, reason: 'cleaned up' }), 4_000);
        });
      });
    const done = answerOnce(request, work, LIMITS, WORDS);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(stopped).toBe(true);
    expect(request.answers).toEqual([]);
    await vi.advanceTimersByTimeAsync(4_000);
    await done;
    expect(request.answers).toEqual(['cleaned up']);
  });

  it('leaves no timer behind', async () => {
    await answerOnce(createRequest(), async () => ({ ok: true }), LIMITS, WORDS);
    expect(vi.getTimerCount()).toBe(0);
  });
});
