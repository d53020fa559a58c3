import type { TestResult } from '../../../server/configurations/test-schema.ts';
import type { Language } from '../language.ts';
import type { Words } from '../locales/en.ts';
import { type Told, tellTest } from './tell-test.ts';
import { TEST_WORDS } from './test-words.ts';

/** As `tellTest`, where no component gives the words. */
export function tellTestIn(language: Language, result: TestResult, words: Words): Told {
  return tellTest(result, TEST_WORDS[language], words);
}
