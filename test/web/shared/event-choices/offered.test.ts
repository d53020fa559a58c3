import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choose,
  findEvents,
  type OfferedGroup,
  shareOf,
} from '../../../../web/shared/event-choices/offered.ts';

const eventType = (type: string, title: string, description = '') => ({
  type,
  title,
  description,
  suggested: false,
  filterFields: [],
});
const CODE: OfferedGroup = {
  id: 'code',
  title: 'Code',
  eventTypes: [eventType('push', 'Push'), eventType('tag', 'Tag créé', 'Une étiquette.')],
};
const ISSUES: OfferedGroup = { id: 'issues', title: 'Issues', eventTypes: [eventType('opened', 'Opened')] };
const found = (search: string) =>
  findEvents([CODE, ISSUES], search).flatMap(({ eventTypes }) => eventTypes.map(({ type }) => type));

describe('findEvents', () => {
  it.each([
    ['PUSH', ['push']],
    ['cree etiquette', ['tag']],
    ['code', ['push', 'tag']],
    ['issues opened', ['opened']],
    ['push opened', []],
    ['.*', []],
  ])('finds by every word, whatever its case and accents: %s', (search, types) => {
    expect(found(search)).toEqual(types);
  });

  it('leaves out groups without anything that fits', () => {
    expect(findEvents([CODE, ISSUES], 'push').map(({ id }) => id)).toEqual(['code']);
  });
});

describe('choose', () => {
  it('sets_the_share_of_the_group_and_touches_no_other', () => {
    const types = ['push', 'tag', 'opened', 'gone'];
    fc.assert(
      fc.property(fc.subarray(types), fc.boolean(), (before, on) => {
        const after = choose(new Set(before), CODE.eventTypes, on);
        expect(shareOf(CODE, after)).toBe(on ? 'all' : 'none');
        for (const type of ['opened', 'gone']) expect(after.has(type)).toBe(before.includes(type));
      }),
    );
  });
});

describe('shareOf', () => {
  it('is "some" between none and all', () => {
    expect(shareOf(CODE, new Set())).toBe('none');
    expect(shareOf(CODE, new Set(['tag']))).toBe('some');
    expect(shareOf(CODE, new Set(['tag', 'push', 'opened']))).toBe('all');
  });
});
