import type { Configuration } from '../../server/configurations/schema.ts';
import { useWords } from '../shared/language.ts';
import { Notice } from '../shared/notice.tsx';
import type { HostKind } from './host-kind.ts';

/** Why nothing is posted, when that is so. */
export function StateNotice({ stored, hostKind }: { stored: Configuration; hostKind: HostKind }) {
  const { channel, config } = useWords();
  const { state, stateReason } = stored;
  if (state !== 'paused' && state !== 'broken') return null;
  const cure = hostKind === 'connector' ? config.brokenConnector : config.brokenTab;
  return (
    <Notice
      intent={state === 'broken' ? 'error' : 'warning'}
      title={state === 'broken' ? config.brokenTitle : config.pausedTitle}
    >
      {stateReason !== undefined && channel.destinationSays(stateReason)} {state === 'broken' && cure}
    </Notice>
  );
}
