/** Where a page is shown: a settings dialog, a tab's removal, or as a tab's content. */
export type FrameContext = 'settings' | 'remove' | 'content';

/** The newest form of the runtime description that this host knows. */
const RUNTIME_VERSION = 4;

/** The SDK of hosts before the runtime description; SDKs compare it to know what the host can do. */
const HOST_SDK_VERSION = '2.0.1';

/**
 * What `initialize` is answered with. `args` are the call's own: the SDK's version and the newest runtime
 * description that it understands.
 *
 * The description names only what this host answers: for what it names, the SDK waits for an answer without
 * an end. SDKs of version 1 know no description and take the third value for the host's SDK version.
 */
export function initializeAnswer(frameContext: FrameContext, args: readonly unknown[]): unknown[] {
  const [sdkVersion, runtimeVersion] = args;
  if (typeof sdkVersion === 'string' && sdkVersion.startsWith('1.')) {
    return [frameContext, 'web', HOST_SDK_VERSION];
  }
  const understood = typeof runtimeVersion === 'number' ? runtimeVersion : 1;
  const runtime = {
    apiVersion: Math.min(RUNTIME_VERSION, understood),
    supports: { pages: { config: {} } },
  };
  return [frameContext, 'web', JSON.stringify(runtime), HOST_SDK_VERSION];
}
