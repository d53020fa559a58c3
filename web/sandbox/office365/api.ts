import type {
  DecideAnswer,
  DecideRequest,
  Mailboxes,
  MailboxView,
  OpenAnswer,
  OpenRequest,
} from '../../../server/sandbox/office365/schema.ts';
import type { Post, Posts } from '../../../server/sandbox/schema.ts';
import { get, send } from '../api.ts';

/** The server's half of the stand-in. Everything rejects with the sandbox's `ApiError`. */
export const office365Api = {
  open: (question: OpenRequest) => send<OpenAnswer>('POST', '/office365/open', question),
  decide: (decision: DecideRequest) => send<DecideAnswer>('POST', '/office365/decide', decision),
  mailboxes: async (): Promise<MailboxView[]> => (await get<Mailboxes>('/office365/mailboxes')).mailboxes,
  posts: async (mailboxId: string): Promise<Post[]> =>
    (await get<Posts>(`/office365/mailboxes/${encodeURIComponent(mailboxId)}/posts`)).posts,
};
