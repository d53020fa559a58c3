import { useWords } from './language.ts';
import { Notice } from './notice.tsx';
import { useOnline } from './use-online.ts';

/** Stands above what a page shows while the browser has no network. */
export function OfflineNotice() {
  const { common } = useWords();
  if (useOnline()) return null;
  return (
    <Notice intent="warning" title={common.offlineTitle}>
      {common.offlineHere}
    </Notice>
  );
}
