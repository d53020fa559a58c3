import { ShellBars } from '../shell/shell-bars.tsx';
import { useWords } from './language.ts';
import { useUnseen } from './use-unseen.ts';

/** A whole page that is on its way. */
export function Loading() {
  const unseen = useUnseen();
  const { common } = useWords();
  return (
    <main>
      <h1 className={unseen}>{common.loading}</h1>
      <LoadingPart />
    </main>
  );
}

/** A part of a page that is on its way. */
export function LoadingPart() {
  const { common } = useWords();
  return (
    <div role="status" aria-label={common.loading}>
      <ShellBars />
    </div>
  );
}
