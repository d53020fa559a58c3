import { ShellBars } from '../shell/shell-bars.tsx';
import { useWords } from './language.ts';

/** Says that something is on its way. */
export function Loading() {
  const { common } = useWords();
  return (
    <div role="status" aria-label={common.loading}>
      <ShellBars />
    </div>
  );
}
