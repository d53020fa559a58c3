import { type Localization, MANIFEST_FILE } from './app-manifest.ts';
import type { PackageFiles } from './app-package.ts';
import { checkAddresses, checkOwnAddresses } from './checks/addresses.ts';
import { checkCapabilities } from './checks/capabilities.ts';
import { checkCoveredHosts, checkDomains } from './checks/domains.ts';
import { checkFiles, checkLanguages } from './checks/files.ts';
import { checkIcons } from './checks/icons.ts';
import { checkIds, checkSignIn } from './checks/ids.ts';
import type { PackageProblem, Rule, Subject } from './checks/problem.ts';
import { localizationProblems, manifestProblems } from './checks/schema-problems.ts';
import { checkSchemaVersion, checkVersion } from './checks/version.ts';
import { checkProductNames, checkWords } from './checks/words.ts';

/** What Teams and its store want beyond the schema, which lets much through. */
const RULES: readonly Rule[] = [
  checkSchemaVersion,
  checkVersion,
  checkIds,
  checkAddresses,
  checkOwnAddresses,
  checkDomains,
  checkCoveredHosts,
  checkSignIn,
  checkCapabilities,
  checkWords,
  checkProductNames,
  checkIcons,
  checkLanguages,
  checkFiles,
];

/**
 * Everything that is wrong with an app package; empty when it is as Teams wants it. Files that have not the form of
 * Microsoft's schemas are reported first, and alone: the rules speak about packages that have it.
 */
export function checkPackage(files: PackageFiles): PackageProblem[] {
  const { subject, problems } = readSubject(files);
  return subject ? RULES.flatMap((rule) => rule(subject)) : problems;
}

function readSubject(files: PackageFiles): { subject?: Subject; problems: PackageProblem[] } {
  const { content: manifest, problems } = readJson(files, MANIFEST_FILE, manifestProblems);
  if (!manifest) return { problems };
  const localizations = new Map<string, Localization>();
  const wrong: PackageProblem[] = [];
  for (const { file } of manifest.localizationInfo?.additionalLanguages ?? []) {
    if (!files.has(file)) continue;
    const read = readJson(files, file, localizationProblems);
    if (read.content) localizations.set(file, read.content);
    wrong.push(...read.problems);
  }
  return wrong.length > 0
    ? { problems: wrong }
    : { subject: { manifest, localizations, files }, problems: [] };
}

function readJson<T>(
  files: PackageFiles,
  file: string,
  validate: (file: string, content: unknown) => { content: T | undefined; problems: PackageProblem[] },
): { content: T | undefined; problems: PackageProblem[] } {
  const complaint = (reason: string, cure: string) => ({
    content: undefined,
    problems: [{ file, field: '', reason, cure, stops: 'installing' as const }],
  });
  const bytes = files.get(file);
  if (!bytes) return complaint('The package does not hold it.', 'Put it at the root of the package.');
  try {
    return validate(file, JSON.parse(new TextDecoder('utf8', { fatal: true }).decode(bytes)));
  } catch {
    return complaint('It is no JSON in UTF-8.', 'Write it as JSON.');
  }
}
