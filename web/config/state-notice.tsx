import { lazy, Suspense } from 'react';
import type { Configuration } from '../../server/configurations/schema.ts';
import type { Api } from '../shared/api.ts';
import { useWords } from '../shared/language.ts';
import { Notice } from '../shared/notice.tsx';
import type { HostKind } from './host-kind.ts';

/** Most channels are not paused. */
const PausedHere = lazy(async () => ({
  default: (await import('../shared/pause/paused-here.tsx')).PausedHere,
}));

interface StateNoticeProps {
  stored: Configuration;
  hostKind: HostKind;
  api: Api;
  /** The pause was ended or changed: what is stored is newer. */
  onChanged(): void;
}

/** Why nothing is posted, when that is so. */
export function StateNotice({ stored, hostKind, api, onChanged }: StateNoticeProps) {
  const { channel, config } = useWords();
  const { state, stateReason } = stored;
  if (state === 'paused') {
    return (
      <Suspense>
        <PausedHere configuration={stored} api={api} onChanged={onChanged} />
      </Suspense>
    );
  }
  if (state !== 'broken') return null;
  const cure = hostKind === 'connector' ? config.brokenConnector : config.brokenTab;
  return (
    <Notice intent="error" title={config.brokenTitle}>
      {stateReason !== undefined && <div>{channel.destinationSays(stateReason)}</div>}
      <div>{cure}</div>
    </Notice>
  );
}
