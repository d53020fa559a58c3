import type { Finding, FindingState } from './finding.ts';

const MARKS: Record<FindingState, string> = {
  ok: '✓',
  warning: '!',
  failed: '✗',
  person: '?',
  skipped: '–',
};

/** One table for people, with a line of sums at its end. */
export function writeReport(findings: readonly Finding[]): string {
  const width = (read: (finding: Finding) => string) =>
    Math.max(0, ...findings.map((one) => read(one).length));
  const topicWidth = width(({ topic }) => topic);
  const checkWidth = Math.min(
    width(({ check }) => check),
    48,
  );
  const indent = ' '.repeat(topicWidth + checkWidth + 6);
  const lines = findings.map(({ topic, state, check, found, cure }, index) => {
    const named = findings[index - 1]?.topic === topic ? '' : topic;
    const line = `${MARKS[state]} ${named.padEnd(topicWidth)}  ${check.padEnd(checkWidth)}  ${found}`;
    return cure === undefined ? line : `${line}\n${indent}→ ${cure}`;
  });
  const count = (state: FindingState) => findings.filter((finding) => finding.state === state).length;
  return `${lines.join('\n')}

${MARKS.ok} ${count('ok')} right   ${MARKS.failed} ${count('failed')} wrong   ${MARKS.warning} ${count('warning')} to mend   ${MARKS.person} ${count('person')} for a person to check   ${MARKS.skipped} ${count('skipped')} not looked at
`;
}

/** For scripts: 1 when something does not work. What only troubles later is no failure. */
export function exitCodeOf(findings: readonly Finding[]): 0 | 1 {
  return findings.some(({ state }) => state === 'failed') ? 1 : 0;
}
