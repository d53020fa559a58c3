import { type GithubReaders, HOUSEKEEPING, type Outcome } from '../../server/events/sources/github/reader.ts';

/**
 * The rows of the table in docs/github.md: every outcome of every event, as the code has it. That all other
 * actions are housekeeping is said once, above the table.
 */
export function githubOutcomeRows(readers: GithubReaders): string[] {
  return Object.entries(readers).flatMap(([name, { outcomes = {}, otherwise }]) => {
    const kinds = Map.groupBy(Object.entries(outcomes), ([, outcome]) => inWords(outcome));
    const rows = [...kinds].map(([words, entries]) => {
      const names = entries.map(([kind]) => (kind.includes(' ') ? kind : `\`${kind}\``));
      return `| \`${name}\` | ${names.join(', ')} | ${words} |`;
    });
    if (rows.length > 0 && otherwise === HOUSEKEEPING) return rows;
    return [...rows, `| \`${name}\` | ${rows.length === 0 ? 'any' : 'others'} | ${inWords(otherwise)} |`];
  });
}

function inWords(outcome: Outcome): string {
  return typeof outcome === 'string' ? `\`${outcome}\`` : `ignored: ${outcome.ignored}`;
}
