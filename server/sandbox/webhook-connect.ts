import { buildConnector } from 'undici';
import { CONNECTOR_HOST, WORKFLOW_HOST } from './webhook-url.ts';

/**
 * Connects requests for the sandbox's webhooks to this very server, over plain HTTP on the loopback address.
 *
 * Fails closed: every other host is refused before a name is looked up, so that trying things out never
 * posts to the internet. `fallback`, when given, takes those hosts instead. `port` is asked at every
 * connection, because the server may not listen yet when this is made.
 */
export function sandboxConnect(
  port: () => number,
  fallback?: buildConnector.connector,
): buildConnector.connector {
  const toThisServer = buildConnector({ allowH2: false });
  return (options, callback) => {
    if (options.hostname === CONNECTOR_HOST || options.hostname === WORKFLOW_HOST) {
      toThisServer({ protocol: 'http:', hostname: '127.0.0.1', port: String(port()) }, callback);
    } else if (fallback) {
      fallback(options, callback);
    } else {
      callback(new Error(`The sandbox does not connect to ${options.hostname}`), null);
    }
  };
}
