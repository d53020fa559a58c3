import { useWords } from '../shared/language.ts';
import { Notice } from '../shared/notice.tsx';
import { countNotOffered } from './draft.ts';
import type { Opening } from './open-configuration.ts';

/** What the user should know before changing anything: about the stored configuration and its place. */
export function OpeningNotices({ opening }: { opening: Opening }) {
  const { config } = useWords();
  const notOffered = countNotOffered(opening);
  return (
    <>
      {opening.lost && (
        <Notice intent="warning" title={config.lost.title}>
          {config.lost.body}
        </Notice>
      )}
      {opening.moved !== undefined && (
        <Notice intent={opening.moved === 'stored' ? 'info' : 'warning'}>
          {opening.moved === 'stored' ? config.moved : config.notMoved}
        </Notice>
      )}
      {notOffered > 0 && <Notice intent="warning">{config.noLongerOffered(notOffered)}</Notice>}
    </>
  );
}
