import type { PageReply } from './host/page-reply.ts';
import type { InstanceSettings } from './host/settings.ts';

/** What a save came to. `closed`: the dialog is gone, nobody needs to be told. */
export type SaveOutcome =
  | { kind: 'saved'; settings: InstanceSettings }
  | { kind: 'failed'; cause: 'page'; reason: string }
  | { kind: 'failed'; cause: 'late' | 'no-settings' }
  | { kind: 'closed' };

/**
 * `stored` are the settings of something that is edited, `changes` those that the page set this time. A page
 * that reports success although it never set anything leaves nothing that could be added.
 */
export function judgeSave(
  reply: PageReply,
  stored: InstanceSettings | undefined,
  changes: InstanceSettings | undefined,
): SaveOutcome {
  if (reply.kind === 'closed') return reply;
  if (reply.kind === 'late' || reply.kind === 'absent') return { kind: 'failed', cause: 'late' };
  if (reply.kind === 'failure') return { kind: 'failed', cause: 'page', reason: reply.reason };
  if (!stored && !changes) return { kind: 'failed', cause: 'no-settings' };
  return { kind: 'saved', settings: { ...stored, ...changes } };
}

/** What a removal came to. `complaint` is what the page reported while it was removed all the same. */
export type RemoveOutcome =
  | { kind: 'removed'; complaint?: { cause: 'page'; reason: string } | { cause: 'late' | 'absent' } }
  | { kind: 'kept' }
  | { kind: 'closed' };

/**
 * A page cannot stop its removal: a failure that it reports is shown, and what was asked for happens. Teams
 * keeps to that so that nobody is stuck with a page (microsoft-teams-library-js issues 179 and 2129). A tab
 * goes even when its page says nothing; a connector stays, and the user may try again. Where no page has
 * started there is nobody to wait for.
 */
export function judgeRemoval(reply: PageReply, kind: 'connector' | 'tab'): RemoveOutcome {
  switch (reply.kind) {
    case 'success':
      return { kind: 'removed' };
    case 'failure':
      return { kind: 'removed', complaint: { cause: 'page', reason: reply.reason } };
    case 'late':
      return kind === 'tab' ? { kind: 'removed', complaint: { cause: 'late' } } : { kind: 'kept' };
    case 'absent':
      return { kind: 'removed', complaint: { cause: 'absent' } };
    case 'closed':
      return reply;
  }
}
