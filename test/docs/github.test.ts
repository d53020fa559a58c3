import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { connector } from '../../manifest/connector.ts';
import { GITHUB_EVENT_TYPES } from '../../server/events/sources/github/event-types.ts';
import { GITHUB_READERS } from '../../server/events/sources/github/readers.ts';
import { githubOutcomeRows } from './github-rows.ts';

const page = readFileSync(new URL('../../docs/github.md', import.meta.url), 'utf8');
const section = (title: string) => page.split(/^## /m).find((part) => part.startsWith(title)) ?? '';
const rows = (title: string) =>
  section(title)
    .split('\n')
    .filter((line) => line.startsWith('| `'));

describe('docs/github.md', () => {
  it('says of each of GitHub’s events what the code makes of it', () => {
    expect(rows('What becomes')).toEqual(githubOutcomeRows(GITHUB_READERS));
  });

  it('names every event type: each becomes of something', () => {
    const named = page.match(/(?<=`)github\.[a-z_.]+(?=`)/g);
    expect([...new Set(named)].sort()).toEqual([...GITHUB_EVENT_TYPES].sort());
  });

  it('marks the fields that are offered to filters, and no others', () => {
    const marked = rows('What an event holds').flatMap((row) => {
      const [, fields = '', mark = ''] = row.split('|');
      if (!mark.includes('✓')) return [];
      return (mark.includes('`') ? mark : fields).match(/(?<=`)[\w.]+(?=`)/g) ?? [];
    });
    const offered = connector.eventGroups
      .flatMap(({ eventTypes }) => eventTypes)
      .filter(({ type }) => type.startsWith('github.'))
      .flatMap(({ filterFields = [] }) => filterFields.map(({ field }) => field));
    expect(marked.sort()).toEqual([...new Set(offered)].sort());
  });
});
