import type { Applied } from '../code/schema.ts';
import { onOneLine } from './table.ts';

const SIGNS: Record<Applied['outcome'], string> = { created: '+', changed: '~', unchanged: '=', failed: '!' };

/** What an apply did or would do: what differs, field by field, what failed and why, and how many of each. */
export function codeInWords(items: readonly Applied[], dryRun: boolean): string {
  const told = items.filter(({ outcome }) => outcome !== 'unchanged').map(entryInWords);
  const counts = (['created', 'changed', 'unchanged', 'failed'] as const)
    .map((outcome) => `${items.filter((item) => item.outcome === outcome).length} ${outcome}`)
    .join(', ');
  return `${told.join('')}${dryRun ? 'Nothing was changed. This would be: ' : ''}${counts}.\n`;
}

function entryInWords({ key, name, id, outcome, changes, problem }: Applied): string {
  const head = `${SIGNS[outcome]} ${onOneLine(name || 'without a name')} (${onOneLine(key || 'without a key')}${id === undefined ? '' : `, ${id}`})\n`;
  // Of a new one, all of it is new.
  const lines = outcome === 'changed' ? changes.map(changeInWords) : [];
  const fields = problem?.errors?.map(({ pointer, detail }) => `    ${pointer} ${detail}\n`) ?? [];
  const failure = problem ? [`    ${problem.detail} (${problem.code})\n`, ...fields] : [];
  return [head, ...lines, ...failure].join('');
}

function changeInWords({ field, before, after }: Applied['changes'][number]): string {
  return `    ${field}: ${valueInWords(before)} -> ${valueInWords(after)}\n`;
}

function valueInWords(value: unknown): string {
  return value === undefined ? 'nothing' : onOneLine(JSON.stringify(value));
}
