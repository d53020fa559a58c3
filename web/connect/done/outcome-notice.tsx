import type { Outcome } from '../../../server/connect/schema.ts';
import { Notice } from '../../shared/notice.tsx';
import { useConnectWords } from '../words.ts';
import { BeginLink } from './begin-link.tsx';

/** Why nothing was connected, and what to do next. */
export function OutcomeNotice({ outcome }: { outcome: Exclude<Outcome, 'granted'> }) {
  const { outcomes, done } = useConnectWords();
  const { title, body } = outcomes[outcome];
  return (
    <Notice
      intent={outcome === 'denied' ? 'info' : 'warning'}
      title={title}
      actions={<BeginLink>{done.again}</BeginLink>}
    >
      {body}
    </Notice>
  );
}
