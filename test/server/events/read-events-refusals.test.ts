import { describe, expect, it } from 'vitest';
import { CLOUD_EVENT, read, refusal, SHORT, STRUCTURED } from './requests.ts';

describe('what is wrong is named', () => {
  const long = (length: number) => 'x'.repeat(length);
  it.each<[string, Record<string, unknown>, string, string]>([
    ['no type', { type: undefined }, '/type', 'is missing.'],
    ['an empty type', { type: '' }, '/type', 'must not be empty.'],
    ['a long type', { type: long(501) }, '/type', 'may have at most 500 characters.'],
    ['a type of another kind', { type: 5 }, '/type', 'must be a string.'],
    ['no title', { title: undefined }, '/title', 'is missing.'],
    ['a long title', { title: long(1_001) }, '/title', 'may have at most 1000 characters.'],
    ['a long text', { text: long(100_001) }, '/text', 'may have at most 100000 characters.'],
    ['a long address', { url: long(2_049) }, '/url', 'may have at most 2048 characters.'],
    ['a list as data', { data: [] }, '/data', 'must be an object.'],
    ['an empty id', { id: '' }, '/id', 'must not be empty.'],
    ['a number as id', { id: 7 }, '/id', 'must be a string.'],
    ['a long source', { source: long(501) }, '/source', 'may have at most 500 characters.'],
    [
      'a time without a zone',
      { time: '2026-11-20T08:00:00' },
      '/time',
      'must be a time such as 2026-11-21T10:00:00Z.',
    ],
    [
      'a day that is not',
      { time: '2026-02-30T08:00:00Z' },
      '/time',
      'must be a time such as 2026-11-21T10:00:00Z.',
    ],
    [
      'a time before all years',
      { time: '0001-01-01T00:00:00+14:00' },
      '/time',
      'must be a time in the years 1 to 9999.',
    ],
    [
      'a tenant that is no id',
      { tenantid: 'contoso' },
      '/tenantid',
      'holds characters that do not belong there.',
    ],
    ['a field that is not known', { 'a/b~c': 1 }, '/a~1b~0c', 'is not known here: leave it out.'],
  ])('in the short form: %s', (_what, change, pointer, detail) => {
    const body: Record<string, unknown> = { ...SHORT, ...change };
    for (const name of Object.keys(body)) if (body[name] === undefined) delete body[name];
    expect(refusal(body)).toMatchObject({ code: 'invalid-event', fields: [{ pointer, detail }] });
    expect(refusal([body]).fields).toEqual([{ pointer: `/0${pointer}`, detail }]);
  });

  it('in an identity that is longer than the database can index', () => {
    const body = { ...CLOUD_EVENT, source: '語'.repeat(500), id: '語'.repeat(333) };
    expect(read(body)).toHaveLength(1);
    expect(refusal([{ ...body, id: '語'.repeat(334) }]).fields).toEqual([
      { pointer: '/0/id', detail: 'may have at most 2500 bytes together with "source".' },
    ]);
  });

  it('in a CloudEvent, everything at once', () => {
    const fields = refusal({ specversion: '0.3', source: '', type: 5, subject: '' }, STRUCTURED).fields;
    expect(fields).toEqual(
      expect.arrayContaining([
        { pointer: '/id', detail: 'is missing.' },
        { pointer: '/specversion', detail: 'must be "1.0".' },
        { pointer: '/source', detail: 'must not be empty.' },
        { pointer: '/type', detail: 'must be a string.' },
        { pointer: '/subject', detail: 'must not be empty.' },
      ]),
    );
    expect(fields).toHaveLength(5);
  });

  it('in the headers of the binary form, by the attribute', () => {
    const fields = refusal(
      {},
      { 'ce-specversion': '1.0', 'ce-id': '1', 'ce-type': 't', 'ce-time': 'now' },
    ).fields;
    expect(fields.map(({ pointer }) => pointer)).toEqual(['/source', '/time']);
  });

  it.each([[null], [5], ['text'], [true], [undefined]])('in a body that is no event: %j', (body) => {
    expect(refusal(body)).toMatchObject({ code: 'invalid-event', message: 'The event must be an object.' });
  });
});
