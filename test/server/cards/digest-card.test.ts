import { describe, expect, it, test } from 'vitest';
import { connector } from '../../../manifest/connector.ts';
import type { Language } from '../../../server/cards/card.ts';
import { composeDigest, type Digest, type DigestContext } from '../../../server/cards/digest-card.ts';
import type { Event } from '../../../server/events/event.ts';
import { event } from '../../events.ts';

const AT = new Date('2026-11-21T10:00:00Z');
const MOST = 'https://tasks.example';
const minutesAgo = (minutes: number) => new Date(AT.getTime() - minutes * 60_000);

/** An event so many minutes before the digest. */
const task = (title: string, minutes: number, change: Partial<Event> = {}): Event =>
  event({ time: minutesAgo(minutes), data: { title, url: `https://t.example/${minutes}` }, ...change });

function cardOf(change: Partial<Digest>, language: Language = 'en', context: Partial<DigestContext> = {}) {
  const digest: Digest = {
    kind: 'catch_up',
    counts: [{ type: 'task.created', source: MOST, count: 42 }],
    newest: [task('Bake', 5)],
    since: minutesAgo(60),
    at: AT,
    ...change,
  };
  return composeDigest(digest, { language, timeZone: 'Europe/Paris', connector, ...context });
}

describe('the title of a digest', () => {
  const count = (count: number) => [{ type: 'task.created', source: MOST, count }];
  test.each<[Partial<Digest>, string, string]>([
    [
      { kind: 'catch_up' },
      '42 events while this channel was paused',
      '42\u00a0événements pendant la pause de ce canal',
    ],
    [
      { counts: count(1) },
      '1 event while this channel was paused',
      '1\u00a0événement pendant la pause de ce canal',
    ],
    [
      { counts: count(0) },
      '0 events while this channel was paused',
      '0\u00a0événement pendant la pause de ce canal',
    ],
    [
      { kind: 'digest', every: 'hourly' },
      'Hourly digest: 42 events',
      'Résumé de l’heure\u00a0: 42\u00a0événements',
    ],
    [
      { kind: 'digest', every: 'daily' },
      'Daily digest: 42 events',
      'Résumé du jour\u00a0: 42\u00a0événements',
    ],
    [
      { kind: 'digest', every: 'weekly' },
      'Weekly digest: 42 events',
      'Résumé de la semaine\u00a0: 42\u00a0événements',
    ],
    [{ kind: 'digest' }, 'Digest: 42 events', 'Résumé\u00a0: 42\u00a0événements'],
    [
      { kind: 'storm', counts: count(1_200), since: minutesAgo(1) },
      'Busy: 1,200 events in 1 minute',
      'Forte activité\u00a0: 1\u202f200\u00a0événements en 1\u00a0minute',
    ],
    [
      { kind: 'storm', since: minutesAgo(150) },
      'Busy: 42 events in 3 hours',
      'Forte activité\u00a0: 42\u00a0événements en 3\u00a0heures',
    ],
  ])('tells why of %j', (digest, english, french) => {
    expect(cardOf(digest).title).toBe(english);
    expect(cardOf(digest, 'fr').title).toBe(french);
  });
});

describe('a digest', () => {
  const counts = [
    { type: 'task.updated', source: MOST, count: 3 },
    { type: 'task.created', source: MOST, count: 12 },
  ];
  const newest = [task('Bake', 1), task('Sing', 2), task('Dance', 3, { type: 'task.updated' })];

  it('is grouped by type, most first, each with its newest events, their pages and times', () => {
    expect(cardOf({ counts, newest }).text?.split('\n')).toEqual([
      '**Task created** · 12',
      '',
      '- [New task: Bake](https://t.example/1) · 10:59 AM',
      '- [New task: Sing](https://t.example/2) · 10:58 AM',
      '',
      '**Task updated** · 3',
      '',
      '- [Task updated: Dance](https://t.example/3) · 10:57 AM',
      '',
      'and 12 more',
    ]);
  });

  it('speaks French', () => {
    const text = cardOf({ counts, newest: [task('Bake', 24 * 60)] }, 'fr', {
      moreUrl: 'https://c.example/',
    }).text;
    expect(text?.split('\n')).toEqual([
      '**Tâche créée** · 12',
      '',
      '- [Nouvelle tâche\u00a0: Bake](https://t.example/1440) · hier, 11:00',
      '',
      '**Tâche modifiée** · 3',
      '',
      '[et 14\u00a0autres](https://c.example/)',
    ]);
  });

  it('tells sources apart where a type has a few', () => {
    const other = 'https://other.example/team';
    const text = cardOf({
      counts: [...counts, { type: 'task.created', source: other, count: 2 }],
      newest: [...newest, task('Paint', 9, { source: other })],
    }).text;
    expect(text?.match(/\*\*.*/g)).toEqual([
      '**Task created** · tasks.example · 12',
      '**Task updated** · 3',
      '**Task created** · other.example/team · 2',
    ]);
    expect(text).toMatch(/team · 2\n\n- \[New task: Paint\]/);
  });

  it('puts the sources of a type together when they are many', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      type: 'task.created',
      source: `https://${index}.example`,
      count: 2,
    }));
    const text = cardOf({ counts: many, newest: [task('Bake', 1, { source: 'https://7.example' })] }).text;
    expect(text?.match(/\*\*.*/g)).toEqual(['**Task created** · 60']);
    expect(text).toContain('New task: Bake');
  });

  it('gives each kind its newest line before any kind its second', () => {
    const long = (title: string, minutes: number, type: string) =>
      task(title, minutes, { type, data: { title, url: `https://t.example/${'x'.repeat(1_500)}` } });
    const text = cardOf({
      counts,
      newest: [
        ...Array.from({ length: 9 }, (_, index) => long(`Bake ${index}`, index, 'task.created')),
        long('Dance', 10, 'task.updated'),
      ],
    }).text;
    expect(text).toContain('Dance');
    expect(text).toContain('Bake 3');
    expect(text).not.toContain('Bake 4');
    expect(text).toContain('and 10 more');
  });

  it('tells the lock screen why and of what kinds', () => {
    expect(cardOf({ counts, newest }).summary).toBe(
      '15 events while this channel was paused – Task created (12), Task updated (3)',
    );
  });

  it('says since when, in the channel’s time zone', () => {
    expect(cardOf({}).facts).toEqual([{ title: 'Since', value: 'Nov 21, 2026, 10:00 AM GMT+1' }]);
  });

  it('says nothing of more when all are named', () => {
    expect(cardOf({ counts: [{ type: 'task.created', source: MOST, count: 1 }] }).text).not.toContain('more');
  });

  it('has the colour of the worst among them; a storm is a warning in itself', () => {
    const failed = task('Bake', 1, { data: { title: 'Bake', status: 'failed' } });
    const done = task('Bake', 1, { data: { title: 'Bake', status: 'done' } });
    expect(cardOf({ newest: [done] }).severity).toBe('info');
    expect(cardOf({ newest: [done, failed] }).severity).toBe('error');
    expect(cardOf({ kind: 'storm' }).severity).toBe('warning');
    expect(cardOf({ kind: 'storm', newest: [failed] }).severity).toBe('error');
  });
});
