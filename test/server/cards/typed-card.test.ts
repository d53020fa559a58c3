import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { connector } from '../../../manifest/connector.ts';
import type { Language } from '../../../server/cards/card.ts';
import { type CardParts, typedCard } from '../../../server/cards/typed-card.ts';
import type { JsonObject } from '../../../server/events/event.ts';
import { event } from '../../events.ts';

const Lamp = Type.Object({ lamp: Type.String(), oil: Type.Optional(Type.Number()) });

function cardOf(data: JsonObject, parts: CardParts, language: Language = 'en') {
  return typedCard(Lamp, () => parts)(event({ data }), { language, timeZone: 'Europe/Paris', connector });
}
const lamp = { lamp: 'north', title: 'Lit', severity: 'warning', actor: 'Ada', url: 'https://x.example/' };

describe('a typed card', () => {
  it('is made of data that fits the schema, and of the event', () => {
    const template = typedCard(Lamp, ({ lamp, oil = 0 }, { type }) => ({
      title: `${type} ${lamp} ${oil + 1}`,
    }));
    const context = { language: 'en', connector } as const;
    expect(template(event({ type: 'lit', data: { lamp: 'north', oil: 6 } }), context).title).toBe(
      'lit north 7',
    );
  });

  it('refuses data that does not fit, naming the field and not its value', () => {
    expect(() => cardOf({ lamp: 'north', oil: 'secret' }, {})).toThrow('/oil must be a number.');
    expect(() => cardOf({}, {})).toThrow('/lamp is missing.');
  });

  it('keeps of the generic card what is left out', () => {
    expect(cardOf(lamp, {})).toMatchObject({
      title: 'Lit',
      summary: 'Lit',
      severity: 'warning',
      actor: { name: 'Ada' },
      facts: [{ title: 'Lamp', value: 'north' }],
      links: [{ title: 'Open', url: 'https://x.example/' }],
    });
  });

  it('takes buttons that post back, in each language', () => {
    const actions = [
      { id: 'out', title: { en: 'Put out', fr: 'Éteindre' }, done: { en: 'Dark.', fr: 'Noir.' } },
    ];
    expect(cardOf(lamp, { actions }, 'fr').actions).toEqual([
      { id: 'out', title: 'Éteindre', done: 'Noir.' },
    ]);
    expect(cardOf({ ...lamp, actions: [{ id: 'dim', title: 'Dim' }] }, {}).actions).toMatchObject([
      { id: 'dim' },
    ]);
  });

  it('takes plain text in each language and escapes it', () => {
    const parts = { title: { en: 'The *lamp*', fr: 'La *lampe*' }, text: '**Bold** <at>x</at>' };
    expect(cardOf(lamp, parts, 'fr')).toMatchObject({
      title: String.raw`La \*lampe\*`,
      summary: 'La *lampe*',
      text: String.raw`**Bold** \<at>x\</at>`,
    });
    expect(cardOf(lamp, { ...parts, summary: 'Short' }).summary).toBe('Short');
  });

  it('writes values for the reader and leaves out what is missing', () => {
    const parts: CardParts = {
      facts: [
        { title: { en: 'Next', fr: 'Suite' }, value: '2026-11-22' },
        { title: 'Oil', value: 12500 },
        { title: 'By', value: 'A_da' },
        { title: 'Nothing', value: undefined },
        { title: 'Null', value: null },
      ],
      links: [
        { title: 'Log', url: 'https://x.example/log' },
        { title: 'None', url: undefined },
        { title: 'Bad', url: 'javascript:alert(1)' },
      ],
    };
    expect(cardOf(lamp, parts, 'fr')).toMatchObject({
      facts: [
        { title: 'Suite', value: '22\u00a0nov. 2026 (demain)' },
        { title: 'Oil', value: '12\u202f500' },
        { title: 'By', value: String.raw`A\_da` },
      ],
      links: [{ title: 'Log', url: 'https://x.example/log' }],
    });
  });
});
