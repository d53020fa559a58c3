import { useWords } from './language.ts';

/** Says that something is on its way. */
export function Loading() {
  const { common } = useWords();
  return (
    <div role="status" aria-label={common.loading}>
      <LoadingBars />
    </div>
  );
}

/** The bars that index.html shows before the script has loaded; see shell.css. They need no words. */
export function LoadingBars() {
  return (
    <div className="shell">
      <div className="shell-bar shell-bar-title" />
      <div className="shell-bar shell-bar-short" />
      <div className="shell-bar shell-bar-field" />
      <div className="shell-bar shell-bar-field" />
      <div className="shell-bar shell-bar-field" />
    </div>
  );
}
