/** Aborted with `outer`, and after so many milliseconds at the latest. */
export function withBudget(outer: AbortSignal, ms: number): AbortSignal {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), ms);
  const follow = () => {
    clearTimeout(timer);
    control.abort();
  };
  if (outer.aborted) follow();
  else outer.addEventListener('abort', follow, { once: true });
  return control.signal;
}
