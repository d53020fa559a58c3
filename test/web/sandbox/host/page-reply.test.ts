import { expect, it, vi } from 'vitest';
import { createQuestion } from '../../../../web/sandbox/host/page-reply.ts';

it('takes the first answer and no other', async () => {
  const question = createQuestion();
  const asked = question.ask(1_000);
  question.answer({ kind: 'failure', reason: 'no' });
  question.answer({ kind: 'success' });
  expect(await asked).toEqual({ kind: 'failure', reason: 'no' });
});

it('ends an earlier question when it asks again', async () => {
  const question = createQuestion();
  const first = question.ask(1_000);
  const second = question.ask(1_000);
  question.answer({ kind: 'success' });
  expect(await first).toEqual({ kind: 'closed' });
  expect(await second).toEqual({ kind: 'success' });
});

it('waits no longer than the limit', async () => {
  vi.useFakeTimers();
  const question = createQuestion();
  const asked = question.ask(1_000);
  vi.advanceTimersByTime(1_000);
  expect(await asked).toEqual({ kind: 'late' });
});
