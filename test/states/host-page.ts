/** How the host behaves; see docs of the SDK's wire protocol in web/sandbox/host. */
export interface HostPlan {
  frame: 'settings' | 'remove' | 'content';
  /** What `getSettings` answers at first. */
  config?: Record<string, string>;
  /** Calls that never get an answer. */
  silent?: readonly string[];
  /** The host refuses new settings, in these words. */
  refuses?: string;
  /** Single sign-on, unless the host has none. */
  signedIn?: boolean;
}

interface HostContext {
  theme: string;
  locale: string;
  channelName: string;
}

/** A host in one page: a frame with the page in it, and a script that answers the page's calls. */
export function hostPage(address: string, plan: HostPlan, context: HostContext): string {
  const facts = { signedIn: true, silent: [], config: {}, ...plan, context };
  return `<!doctype html>
<html lang="en">
<title>Teams</title>
<style>html, body { margin: 0; height: 100% } iframe { border: 0; width: 100%; height: 100%; display: block }</style>
<body>
<script>
const { frame, config, silent, refuses, signedIn, context } = ${JSON.stringify(facts)};
let kept = config;
const replies = {
  initialize: () => [frame, 'web', JSON.stringify({ apiVersion: 4, supports: { pages: { config: {} } } }), '2.0.1'],
  getContext: () => [{ frameContext: frame, ...context }],
  'settings.getSettings': () => [kept],
  'settings.setSettings': ([settings]) => {
    if (refuses) return [false, refuses];
    kept = { ...kept, ...settings };
    return [true];
  },
  'authentication.getAuthToken': () => (signedIn ? [true, 'token'] : [false, 'not supported']),
};
addEventListener('message', ({ data: { id, uuidAsString, func, args }, source }) => {
  const reply = silent.includes(func) ? undefined : replies[func]?.(args);
  if (reply) source.postMessage({ id, uuidAsString, args: reply }, '*');
});
window.tell = (func, args) => document.querySelector('iframe').contentWindow.postMessage({ func, args }, '*');
const frameElement = document.createElement('iframe');
frameElement.title = 'Page';
frameElement.src = ${JSON.stringify(address)};
document.body.append(frameElement);
</script>
`;
}
