import { MANIFEST_FILE } from '../../../../manifest/package/app-manifest.ts';
import type { PackageProblem } from '../../../../manifest/package/checks/problem.ts';
import { type Finding, findingsOf } from '../finding.ts';
import type { HttpAnswer, Tried } from '../world.ts';

const finding = findingsOf('package');

/** Manifest, icons and words, as Teams and its store want them. */
export function judgePackage(problems: readonly PackageProblem[], bytes: number): Finding[] {
  const check = 'App package';
  if (problems.length === 0)
    return [finding('ok', check, `${bytes} bytes, valid by Microsoft’s schema and every further rule`)];
  return problems.map(({ file, field, reason, cure, stops }) =>
    finding(
      stops === 'installing' ? 'failed' : 'warning',
      [file === MANIFEST_FILE ? '' : file, field].filter(Boolean).join(' ') || check,
      stops === 'installing' ? reason : `${reason} It can be installed, but not published.`,
      cure,
    ),
  );
}

/** Whether the running server would give out the same package. */
export function judgeServersPackage(zip: Uint8Array, answer: Tried<HttpAnswer> | undefined): Finding {
  const check = 'The running server has these settings';
  if (!answer)
    return finding('skipped', check, 'Set CARDWIRE_KEY to an API key of the scope “operate” to compare.');
  if ('error' in answer) return finding('skipped', check, answer.error);
  const { status, body } = answer.value;
  if (status === 401 || status === 403)
    return finding(
      'failed',
      check,
      'It does not take CARDWIRE_KEY.',
      'Use a key of it with the scope “operate”.',
    );
  if (status === 409)
    return finding('skipped', check, 'with its settings it makes no app package to compare');
  if (status === 200 && Buffer.compare(body, zip) === 0)
    return finding('ok', check, 'its app package is the same');
  return finding(
    'failed',
    check,
    'its app package is another one',
    'Restart it with these settings, or run the doctor with its.',
  );
}
