/** What stands on a page before its script has loaded, and while it loads; see shell.css. Bars need no words. */
export function ShellBars() {
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
