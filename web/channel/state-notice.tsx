import type { Configuration } from '../../server/configurations/schema.ts';
import { useWords } from '../shared/language.ts';
import { useMoment } from '../shared/moment.ts';
import { Notice } from '../shared/notice.tsx';
import { PausedNotice } from '../shared/pause/paused-notice.tsx';
import { useChannelWords } from './words.ts';

/** Why nothing is posted, when that is so, and until when. */
export function StateNotice({ configuration }: { configuration: Configuration }) {
  const { state, stateReason, brokenAt } = configuration;
  const { channel } = useWords();
  const { broken } = useChannelWords();
  const moment = useMoment();
  if (state === 'paused') return <PausedNotice configuration={configuration} />;
  if (state !== 'broken') return null;
  return (
    <Notice intent="error" title={broken.title}>
      {stateReason !== undefined && <div>{channel.destinationSays(stateReason)}</div>}
      <div>
        {broken.body} {brokenAt !== undefined && broken.since(moment(brokenAt))}
      </div>
    </Notice>
  );
}
