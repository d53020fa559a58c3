import { describe, expect, it } from 'vitest';
import { judgeRemoval, judgeSave } from '../../../web/sandbox/judge.ts';

describe('a save', () => {
  it('keeps what the page set over what was stored', () => {
    const stored = { entityId: 'one', configName: 'Old' };
    expect(judgeSave({ kind: 'success' }, stored, { configName: 'New' })).toEqual({
      kind: 'saved',
      settings: { entityId: 'one', configName: 'New' },
    });
  });

  it('keeps what was stored when an edit sets nothing', () => {
    expect(judgeSave({ kind: 'success' }, { entityId: 'one' }, undefined)).toEqual({
      kind: 'saved',
      settings: { entityId: 'one' },
    });
  });

  it('of something new fails when the page has set nothing', () => {
    expect(judgeSave({ kind: 'success' }, undefined, undefined)).toEqual({
      kind: 'failed',
      cause: 'no-settings',
    });
  });

  it.each([
    [{ kind: 'failure', reason: 'no' } as const, { kind: 'failed', cause: 'page', reason: 'no' }],
    [{ kind: 'late' } as const, { kind: 'failed', cause: 'late' }],
    [{ kind: 'closed' } as const, { kind: 'closed' }],
  ])('after %j is %j, whatever the page has set', (reply, outcome) => {
    expect(judgeSave(reply, undefined, { entityId: 'one' })).toEqual(outcome);
  });
});

describe('a removal', () => {
  it.each(['connector', 'tab'] as const)('of a %s cannot be stopped by its page', (kind) => {
    expect(judgeRemoval({ kind: 'success' }, kind)).toEqual({ kind: 'removed' });
    expect(judgeRemoval({ kind: 'failure', reason: 'no' }, kind)).toEqual({
      kind: 'removed',
      complaint: { cause: 'page', reason: 'no' },
    });
    expect(judgeRemoval({ kind: 'absent' }, kind)).toMatchObject({ kind: 'removed' });
  });

  it('of a tab happens even when its page says nothing', () => {
    expect(judgeRemoval({ kind: 'late' }, 'tab')).toEqual({
      kind: 'removed',
      complaint: { cause: 'late' },
    });
  });

  it('of a connector can be tried again when its page says nothing', () => {
    expect(judgeRemoval({ kind: 'late' }, 'connector')).toEqual({ kind: 'kept' });
  });
});
