import { LOCALIZATION_SCHEMA, MANIFEST_FILE } from '../app-manifest.ts';
import type { PackageProblem, Subject } from './problem.ts';

/** Teams' own limit for uploads. */
const PACKAGE_LIMIT_BYTES = 10 * 1_048_576;

/** The package holds what the manifest names, at its root, and nothing else. */
export function checkFiles({ manifest, files }: Subject): PackageProblem[] {
  const languages = manifest.localizationInfo?.additionalLanguages ?? [];
  const named = new Set([
    MANIFEST_FILE,
    manifest.icons.color,
    manifest.icons.outline,
    ...languages.map(({ file }) => file),
  ]);
  const strangers = [...files.keys()].filter((name) => !named.has(name));
  const problems = strangers.map(
    (name): PackageProblem => ({
      file: name,
      field: '',
      reason: 'The manifest does not name it.',
      cure: 'Leave it out, or name it.',
      stops: 'installing',
    }),
  );
  const total = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  if (total < PACKAGE_LIMIT_BYTES) return problems;
  return [
    ...problems,
    {
      file: '',
      field: '',
      reason: `The package has ${Math.ceil(total / 1_048_576)} MiB.`,
      cure: 'Keep it under 10 MiB.',
      stops: 'installing',
    },
  ];
}

/** Every language has its file, once, and says which schema it follows. */
export function checkLanguages({ manifest, files, localizations }: Subject): PackageProblem[] {
  const { defaultLanguageTag, additionalLanguages = [] } = manifest.localizationInfo ?? {};
  const tags = [defaultLanguageTag, ...additionalLanguages.map(({ languageTag }) => languageTag)];
  return additionalLanguages.flatMap(({ languageTag, file }, index): PackageProblem[] => {
    const complaint = (where: string, field: string, reason: string, cure: string): PackageProblem[] => [
      { file: where, field, reason, cure, stops: 'installing' },
    ];
    const field = `localizationInfo.additionalLanguages.${index}`;
    if (tags.indexOf(languageTag) !== index + 1)
      return complaint(MANIFEST_FILE, `${field}.languageTag`, `${languageTag} comes twice.`, 'Name it once.');
    if (!/^[\w.-]+\.json$/.test(file))
      return complaint(
        MANIFEST_FILE,
        `${field}.file`,
        `“${file}” is no plain name of a JSON file.`,
        'Put it at the root of the package.',
      );
    if (!files.has(file))
      return complaint(MANIFEST_FILE, `${field}.file`, `The package has no ${file}.`, 'Add it.');
    if (localizations.get(file)?.$schema === LOCALIZATION_SCHEMA) return [];
    return complaint(file, '$schema', 'It names another schema.', `Write ${LOCALIZATION_SCHEMA}.`);
  });
}
