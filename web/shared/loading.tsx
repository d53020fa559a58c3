import { useWords } from './language.ts';

/** The bars that index.html shows before the script has loaded; see shell.css. */
export function Loading() {
  const { common } = useWords();
  return (
    <div className="shell" role="status" aria-label={common.loading}>
      <div className="shell-bar shell-bar-title" />
      <div className="shell-bar shell-bar-short" />
      <div className="shell-bar shell-bar-field" />
      <div className="shell-bar shell-bar-field" />
      <div className="shell-bar shell-bar-field" />
    </div>
  );
}
