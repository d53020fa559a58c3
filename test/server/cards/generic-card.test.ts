import { describe, expect, it } from 'vitest';
import { connector } from '../../../manifest/connector.ts';
import { genericCard } from '../../../server/cards/generic-card.ts';
import type { Event, JsonObject } from '../../../server/events/event.ts';

const eventWith = (data: JsonObject, subject?: string): Event => ({
  source: 'https://ci.example/builds/',
  id: '1',
  type: 'build.finished',
  time: new Date('2026-11-21T09:30:00Z'),
  ...(subject && { subject }),
  data,
});
const cardOf = (data: JsonObject, subject?: string) =>
  genericCard(eventWith(data, subject), { language: 'en', connector });

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
      links: [
        { title: 'Open', url: 'https://ci.example/builds/42' },
        { title: 'Log', url: 'https://ci.example/builds/42/log' },
      ],
      origin: 'Cardwire · ci.example/builds',
      time: new Date('2026-11-21T09:30:00Z'),
    });
  });

  it('shows other fields with a plain value as facts, by name, when no facts are stated', () => {
    const data = { title: 'Done', zone: 'north', passed: true, attempts: 2, log: ['x'], nothing: null };
    expect(cardOf(data).facts).toEqual([
      { title: 'attempts', value: '2' },
      { title: 'passed', value: 'true' },
      { title: 'zone', value: 'north' },
    ]);
    expect(cardOf({ ...data, facts: [] }).facts).toEqual([]);
  });

  it('shows no more than ten other fields', () => {
    const fields = Array.from({ length: 15 }, (_, index) => [`field${10 + index}`, index]);
    expect(cardOf(Object.fromEntries(fields)).facts).toHaveLength(10);
  });

  it('is pleasant when nothing of the convention is there', () => {
    const card = cardOf({}, 'builds/42');
    expect(card).toMatchObject({
      title: 'build.finished',
      summary: 'build.finished',
      severity: 'info',
      facts: [{ title: 'Subject', value: 'builds/42' }],
      links: [],
    });
    expect(card.actor).toBeUndefined();
  });

  it('takes the event type’s title where the sender gives none, in the channel’s language', () => {
    const untitled = { ...eventWith({}), type: 'task.created' };
    expect(genericCard(untitled, { language: 'fr', connector }).title).toBe('Tâche créée');
  });

  it('tells the lock screen the text when there is no title', () => {
    expect(cardOf({ text: 'Disk is full\non db-1' }).summary).toBe('Disk is full on db-1');
  });

  it('leaves out fields of another type and addresses that are not safe', () => {
    const card = cardOf({
      title: 7,
      text: ['x'],
      url: 'javascript:alert(1)',
      severity: 'catastrophic',
      actor: { image: 'https://ci.example/x.png' },
      facts: [null, 'x', { title: 'No value' }, { title: 'List', value: [] }],
      links: [
        { title: 'No address' },
        { url: 'https://ci.example/' },
        { title: 'x', url: 'file:///etc/passwd' },
      ],
    });
    expect(card).toMatchObject({ title: 'build.finished', severity: 'info', facts: [], links: [] });
    expect(card.text).toBeUndefined();
    expect(card.actor).toBeUndefined();
  });

  it('leaves out a source that only machines read', () => {
    const event = { ...eventWith({}), source: 'urn:cardwire:key_1' };
    expect(genericCard(event, { language: 'en', connector }).origin).toBe('Cardwire');
  });

  it('takes an actor who is only a name', () => {
    expect(cardOf({ actor: 'Ada' }).actor).toEqual({ name: 'Ada' });
  });
});
