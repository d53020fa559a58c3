import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../server/cards/card.ts';
import { otherFields, statedFacts } from '../../../server/cards/facts.ts';
import type { JsonObject } from '../../../server/events/event.ts';
import { htmlOf } from './rendered-markdown.ts';

const at = new Date('2026-11-21T23:30:00Z');
const shown = (data: JsonObject, language: Language = 'en') =>
  otherFields(data, new Set(['hidden']), { language, timeZone: 'Europe/Paris', at });
const facts = (data: JsonObject, language?: Language) =>
  shown(data, language).facts.map(({ title, value }) => [title, value]);

describe('the other fields of an event', () => {
  it('have labels that people read', () => {
    expect(facts({ assignedTo: 'Ada', build_number: 12345, HTTPStatus: 404, 'Lamp oil': 'low' })).toEqual([
      ['Assigned to', 'Ada'],
      ['HTTP status', '404'],
      ['Lamp oil', 'low'],
      ['Build number', '12345'],
    ]);
  });

  it('have French labels where the name is a usual one', () => {
    expect(facts({ status: 'open', due_date: '2026-11-23', buildHost: 'x' }, 'fr')).toEqual([
      ['État', 'open'],
      ['Échéance', '23\u00a0nov. 2026 (demain)'],
      ['Build host', 'x'],
    ]);
  });

  it('stand in an order that tells: the status first, then by the alphabet, ids last', () => {
    const data = {
      requestId: 'r',
      zone: 'north',
      created_at: '2026-11-21',
      alpha: 'a',
      priority: 'low',
      status: 'open',
    };
    expect(facts(data).map(([title]) => title)).toEqual([
      ...['Status', 'Priority', 'Alpha', 'Zone', 'Created', 'Request ID'],
    ]);
  });

  it('are written in the channel’s language and time zone', () => {
    const data = {
      paid: true,
      amount: 12500.5,
      seen: '2026-11-21T23:30:00Z',
      day: '2026-11-22',
      checkedAt: 1795303800,
    };
    expect(facts(data)).toEqual([
      ['Amount', '12,500.5'],
      ['Checked at', 'Nov 22, 2026, 12:30 AM GMT+1'],
      ['Day', 'Nov 22, 2026 (today)'],
      ['Paid', 'yes'],
      ['Seen', 'Nov 22, 2026, 12:30 AM GMT+1'],
    ]);
    expect(facts(data, 'fr')).toEqual([
      ['Montant', '12\u202f500,5'],
      ['Checked at', '22\u00a0nov. 2026, 00:30 UTC+1'],
      ['Day', '22\u00a0nov. 2026 (aujourd’hui)'],
      ['Paid', 'oui'],
      ['Seen', '22\u00a0nov. 2026, 00:30 UTC+1'],
    ]);
  });

  it('give numbers the unit that their name ends with', () => {
    const data = { durationMs: 93500, coverage_percent: 87.5, wait_minutes: 1, minutes: 3 };
    expect(facts(data)).toEqual([
      ['Coverage', '87.5%'],
      ['Duration', '93,500 ms'],
      ['Minutes', '3'],
      ['Wait', '1 minute'],
    ]);
    expect(facts({ durationMs: 93500 }, 'fr')).toEqual([['Durée', '93\u202f500\u202fms']]);
  });

  it('sum up lists and objects', () => {
    expect(
      facts({
        list: ['red', 'green', 3, true, null, 'a', 'b', 'c'],
        people: [{ name: 'Ada', url: 'https://x.example/ada' }, { login: 'bob' }],
        points: [{ x: 1 }, { x: 2 }],
        lamp: { region: 'north', burntHours: 3, bulbs: [1], nothing: null },
        owner: { displayName: 'A_da' },
        deep: { deeper: { deepest: 1 } },
        empty: {},
        none: [],
        blank: ' ',
      }),
    ).toEqual([
      ['Owner', String.raw`A\_da`],
      ['Deep', '1 entry'],
      ['Lamp', 'Region: north, Burnt: 3 hours and 1 more'],
      ['List', 'red, green, 3, yes, a and 2 more'],
      ['People', '[Ada](https://x.example/ada), bob'],
      ['Points', '2 entries'],
    ]);
  });

  it('become buttons where they are addresses, the first three; the rest stay facts', () => {
    const data = Object.fromEntries(
      ['runbookUrl', 'log_url', 'page', 'trace link'].map((key) => [key, `https://x.example/${key.length}/`]),
    );
    expect(shown(data)).toEqual({
      links: [
        { title: 'Log', url: 'https://x.example/7/' },
        { title: 'Page', url: 'https://x.example/4/' },
        { title: 'Runbook', url: 'https://x.example/10/' },
      ],
      facts: [{ title: 'Trace link', value: '[x.example/10](https://x.example/10/)' }],
    });
    expect(shown({ write: 'mailto:a@x.example', bad: 'javascript:alert(1)' }).links).toEqual([]);
  });

  it('keep pictures and what opens doors off the card', () => {
    const data = {
      hidden: 1,
      avatar_url: 'https://x.example/',
      apiKey: 'k',
      access_token: 't',
      password: 'p',
      webhookUrl: 'https://x.example/',
      keyboard: 'azerty',
    };
    expect(shown(data)).toEqual({ links: [], facts: [{ title: 'Keyboard', value: 'azerty' }] });
  });

  it('are ten at most', () => {
    const fields = Array.from({ length: 15 }, (_, index) => [`field${10 + index}`, index]);
    expect(facts(Object.fromEntries(fields))).toHaveLength(10);
  });

  it('any_field_whatever_is_a_line_of_markdown_without_a_tag', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.jsonValue(), (key, value) => {
        const data = { [key]: value } as JsonObject;
        for (const fact of shown(data).facts) {
          expect(fact.value).toMatch(/^[^\n\r]+$/);
          expect(htmlOf(fact.value)).not.toMatch(/<(?!\/?(p|a)\b)/);
        }
      }),
    );
  });
});

describe('stated facts', () => {
  it('keep their titles and order, and are written like other values', () => {
    const data = {
      facts: [
        { title: 'due_x', value: '2026-11-22' },
        { title: 'A', value: false },
      ],
    };
    expect(statedFacts(data, { language: 'fr', timeZone: 'Europe/Paris', at })).toEqual([
      { title: 'due_x', value: '22\u00a0nov. 2026 (aujourd’hui)' },
      { title: 'A', value: 'non' },
    ]);
  });
});
