import type { TestResult } from '../../../server/configurations/test-schema.ts';

/** The channel did not take the card that was to greet it. */
export class CardNotTaken extends Error {
  readonly result: TestResult;

  constructor(result: TestResult) {
    super('The card was not taken');
    this.name = 'CardNotTaken';
    this.result = result;
  }
}
