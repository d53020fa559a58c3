/**
 * A reason not to start that the operator can mend: shown as its message alone, without a stack, and the
 * process ends with exit code 1.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
}
