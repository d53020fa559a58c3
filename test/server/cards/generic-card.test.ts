import { describe, expect, it, test } from 'vitest';
import { connector } from '../../../manifest/connector.ts';
import type { Language } from '../../../server/cards/card.ts';
import { genericCard } from '../../../server/cards/generic-card.ts';
import type { Event, JsonObject } from '../../../server/events/event.ts';

const eventWith = (data: JsonObject, change: Partial<Event> = {}): Event => ({
  source: 'https://ci.example/builds/',
  id: '1',
  type: 'com.example.build.finished.v1',
  time: new Date('2026-11-21T09:30:00Z'),
  data,
  ...change,
});
const cardOf = (data: JsonObject, change?: Partial<Event>, language: Language = 'en') =>
  genericCard(eventWith(data, change), { language, timeZone: 'Europe/Paris', connector });

describe('genericCard', () => {
  it('shows the fields of the convention', () => {
    expect(
      cardOf({
        title: 'Build *42* failed',
        text: 'See the **log**.\nThen fix it.',
        url: 'https://ci.example/builds/42',
        severity: 'error',
        actor: { name: 'Ada', url: 'https://ci.example/ada', image: 'https://ci.example/ada.png' },
        facts: [
          { title: 'Branch', value: 'fix_it' },
          { title: 'Minutes', value: 3 },
        ],
        links: [{ title: 'Log', url: 'https://ci.example/builds/42/log' }],
        mentions: [{ id: 'ada@ci.example', name: 'Ada' }, { id: 'bob@ci.example' }, { name: 'Nobody' }],
        actions: [{ id: 'again', title: 'Build again', done: 'It builds.' }, { id: 'no title' }, 'no action'],
      }),
    ).toEqual({
      title: String.raw`Build \*42\* failed`,
      summary: 'Build *42* failed',
      severity: 'error',
      actor: { name: 'Ada', url: 'https://ci.example/ada', image: 'https://ci.example/ada.png' },
      facts: [
        { title: 'Branch', value: String.raw`fix\_it` },
        { title: 'Minutes', value: '3' },
      ],
      text: 'See the **log**.\n\nThen fix it.',
      mentions: [
        { id: 'ada@ci.example', name: 'Ada' },
        { id: 'bob@ci.example', name: 'bob@ci.example' },
      ],
      links: [
        { title: 'Open', url: 'https://ci.example/builds/42' },
        { title: 'Log', url: 'https://ci.example/builds/42/log' },
      ],
      actions: [{ id: 'again', title: 'Build again', done: 'It builds.' }],
      origin: 'Cardwire · ci.example/builds',
      time: new Date('2026-11-21T09:30:00Z'),
    });
  });

  it('reads other names that senders give these fields, and shows none of them twice', () => {
    expect(
      cardOf({
        Headline: 'Disk is full',
        description: 'Only 3 % left.',
        html_url: 'https://ci.example/disk',
        level: 'CRITICAL',
        createdBy: { displayName: 'Ada', avatar_url: 'https://ci.example/ada.png', profile: 'x' },
      }),
    ).toMatchObject({
      title: 'Disk is full',
      text: 'Only 3 % left.',
      links: [{ title: 'Open', url: 'https://ci.example/disk' }],
      severity: 'error',
      actor: { name: 'Ada', image: 'https://ci.example/ada.png' },
      facts: [],
    });
  });

  it('names the thing that it is about where nothing has a title', () => {
    expect(cardOf({ name: 'db-1' }).title).toBe('Build finished: db-1');
    expect(cardOf({}, { subject: 'builds/42' }).summary).toBe('Build finished: builds/42');
    expect(cardOf({}, { subject: '214', type: 'task.created' }, 'fr').title).toBe('Tâche créée\u00a0: 214');
  });

  it('tells the lock screen the text when that is all there is', () => {
    const card = cardOf({ text: 'Disk is full\non db-1' });
    expect(card).toMatchObject({
      title: 'Build finished',
      summary: 'Build finished: Disk is full on db-1',
    });
  });

  test.each([
    ['build.finished', 'Build finished'],
    ['com.example.order-line.was_shipped/v2', 'Order line was shipped'],
    ['io.acme.HTTPCheck.failed', 'HTTP check failed'],
    ['ping', 'Ping'],
    ['1.2', '1.2'],
  ])('makes a title of the type %s', (type, title) => {
    expect(cardOf({}, { type }).title).toBe(title);
  });

  it('leaves out fields of another type and addresses that are not safe', () => {
    const card = cardOf({
      title: 7,
      text: ['x'],
      url: 'javascript:alert(1)',
      severity: 'catastrophic',
      actor: { image: 'https://ci.example/x.png' },
      facts: [null, 'x', { title: 'No value' }, { title: 'Empty', value: [] }],
      mentions: 'ada@ci.example',
      links: [
        { title: 'No address' },
        { url: 'https://ci.example/' },
        { title: 'x', url: 'file:///etc/passwd' },
      ],
    });
    expect(card).toMatchObject({ title: 'Build finished', severity: 'info', facts: [], links: [] });
    expect(card.text).toBeUndefined();
    expect(card.actor).toBeUndefined();
    expect(card.mentions).toEqual([]);
  });

  it('leaves out a source that only machines read', () => {
    expect(cardOf({}, { source: 'urn:cardwire:key_1' }).origin).toBe('Cardwire');
  });

  it('takes an actor who is only a name', () => {
    expect(cardOf({ actor: 'Ada' }).actor).toEqual({ name: 'Ada' });
  });
});

describe('the severity of a generic card', () => {
  test.each<[JsonObject, string, string]>([
    [{ severity: 'warning' }, 'x', 'warning'],
    [{ severity: 'Err' }, 'x', 'error'],
    [{ level: 'notice', status: 'failed' }, 'x', 'info'],
    [{ status: 'timed_out' }, 'x', 'error'],
    [{ Result: 'Passed' }, 'x', 'success'],
    [{ status: 'completed', conclusion: 'failure' }, 'x', 'error'],
    [{ priority: 'high' }, 'x', 'warning'],
    [{ severity: 'catastrophic', state: 'degraded' }, 'x', 'warning'],
    [{}, 'payment.failed', 'error'],
    [{ status: 'open' }, 'invoice.paid', 'success'],
    [{ status: 'open' }, 'door.opened', 'info'],
    [{ status: 'constructor' }, '__proto__', 'info'],
  ])('of %j in an event %s is %s', (data, type, severity) => {
    expect(cardOf(data, { type }).severity).toBe(severity);
  });
});
