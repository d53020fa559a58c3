import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complaintsAbout, firstDraft } from '../../../web/config/draft.ts';
import { firstFilter, newRow } from '../../../web/config/filter/filter-draft.ts';
import { cleanLine, hostKindOf } from '../../../web/config/host-kind.ts';
import type { Timing } from '../../../web/shared/when/timing.ts';
import { exampleConfiguration, exampleOffer } from '../examples.ts';

const OFFER = exampleOffer('en');
const EMPTY = { status: 'empty' } as const;

describe('firstDraft', () => {
  it('names a connector after its channel and a tab after the connector', () => {
    const opening = { offer: OFFER, place: { channelName: 'General' }, lost: false };
    expect(firstDraft({ ...opening, hostKind: 'connector' }).name).toBe('General');
    expect(firstDraft({ ...opening, hostKind: 'tab' }).name).toBe('Tasks');
  });

  it('holds what is stored, without what is no longer offered', () => {
    const stored = exampleConfiguration({ eventTypes: ['task.updated', 'task.sung'] });
    const draft = firstDraft({ offer: OFFER, place: {}, lost: false, hostKind: 'tab', stored });
    expect(draft).toMatchObject({ name: 'Release news', chosen: new Set(['task.updated']), address: '' });
  });
});

describe('complaintsAbout', () => {
  const filter = firstFilter(undefined, [], '');
  const timing: Timing = { schedule: { kind: 'hourly' }, timeZone: 'UTC' };
  const good = { name: 'News', chosen: new Set(['task.created']), filter, timing, address: '' };
  const offer = { ...OFFER, limits: { ...OFFER.limits, nameLength: 4 } };

  it('has none about what can be saved', () => {
    expect(complaintsAbout(good, offer, { needed: false, recognition: EMPTY })).toEqual([]);
  });

  it('names everything that is missing, in the order of the form', () => {
    const draft = {
      name: ' ',
      chosen: new Set<string>(),
      filter: { ...filter, only: [newRow()] },
      timing: { ...timing, quietHours: { from: '22:00', to: '' } },
      address: '',
    };
    const complaints = complaintsAbout(draft, offer, { needed: true, recognition: EMPTY });
    expect(complaints).toEqual(['name', 'events', 'filter', 'when', 'address']);
  });

  it('counts the name as the server does: without the blanks around it', () => {
    const complaintsOf = (name: string) =>
      complaintsAbout({ ...good, name }, offer, { needed: false, recognition: EMPTY });
    expect(complaintsOf(' News ')).toEqual([]);
    expect(complaintsOf('Newsy')).toEqual(['name']);
  });

  it.each([{ status: 'checking' }, { status: 'failed', error: new Error('no') }] as const)(
    'does not take an address whose check is at %j, needed or not',
    (recognition) => {
      expect(complaintsAbout(good, offer, { needed: false, recognition })).toEqual(['address']);
    },
  );
});

describe('hostKindOf', () => {
  it.each([
    ['a URL given by the host', { webhookUrl: 'https://x' }, 'host=tab', 'connector'],
    ['the page’s address', {}, 'host=connector', 'connector'],
    ['the page’s address', { appType: 'Teams' }, 'host=tab', 'tab'],
    ['the app’s type', { appType: 'Mail' }, '', 'connector'],
    ['nothing at all', {}, 'host=toaster', 'tab'],
  ] as const)('decides by %s', (_, config, query, kind) => {
    expect(hostKindOf(config, new URLSearchParams(query))).toBe(kind);
  });
});

describe('cleanLine', () => {
  it('never gives what the server refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 50 }), (text, length) => {
        const line = cleanLine(text, length);
        expect(line.length).toBeLessThanOrEqual(length);
        expect(line).not.toMatch(/\p{Cc}/u);
        expect(line).toBe(line.trim());
        expect(line.isWellFormed()).toBe(true);
      }),
    );
  });
});
