/**
 * - `not-in-host`: the page was opened in a browser of its own
 * - `no-answer`: the host did not answer in time
 * - `not-supported`: the host does not know the call, or not in this place
 * - `refused`: the host said no; the message is its own reason
 * - `no-address`: a connector dialog that gave no webhook URL
 */
export type HostErrorCode = 'not-in-host' | 'no-answer' | 'not-supported' | 'refused' | 'no-address';

/** What went wrong between the page and its host. The message may be the host's own, in any language. */
export class HostError extends Error {
  readonly code: HostErrorCode;

  constructor(code: HostErrorCode, message = '') {
    super(message);
    this.name = 'HostError';
    this.code = code;
  }
}

/** The SDK's code for "not supported on this platform"; it throws it in a plain object. */
const NOT_SUPPORTED = 100;
/** How the SDK's Error begins for a call that the frame may not make, such as saving in a tab's content. */
const WRONG_FRAME = 'This call is only allowed in following contexts';

/** Brings the three shapes in which the SDK fails (Error, `{ errorCode }`, DOMException) into one. */
export function toHostError(thrown: unknown): HostError {
  if (thrown instanceof HostError) return thrown;
  if (typeof thrown === 'string') return new HostError('refused', thrown);
  if (typeof thrown !== 'object' || thrown === null) return new HostError('refused');
  const message = 'message' in thrown && typeof thrown.message === 'string' ? thrown.message : '';
  const number = 'errorCode' in thrown ? thrown.errorCode : undefined;
  if (number === NOT_SUPPORTED || message.startsWith(WRONG_FRAME))
    return new HostError('not-supported', message);
  if (message === '' && number !== undefined) return new HostError('refused', `errorCode ${number}`);
  return new HostError('refused', message);
}
