import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createVault, lastingKeysOf, sealingOf } from '../../../server/storage/vault.ts';

const key = () => fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));
const text = fc.string({ unit: 'grapheme' });

const OLD = Buffer.alloc(32, 1);
const NEW = Buffer.alloc(32, 2);
const URL_TEXT = 'https://contoso.webhook.office.com/webhookb2/a?sig=b';

it('what_was_sealed_opens_again', () => {
  fc.assert(
    fc.property(key(), text, text, (ring, plain, context) => {
      const vault = createVault([ring]);
      expect(vault.open(vault.seal(plain, context), context)).toBe(plain);
    }),
  );
});

it('altered_text_never_opens: any byte of name, nonce, tag and body', () => {
  const vault = createVault([OLD]);
  const sealed = vault.seal(URL_TEXT, 'id');
  const [version, name, packed = ''] = sealed.split('.');
  const bytes = Buffer.from(packed, 'base64url');
  for (let index = 0; index < bytes.length; index += 1) {
    for (let bit = 0; bit < 8; bit += 1) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8((bytes[index] ?? 0) ^ (1 << bit), index);
      expect(() => vault.open(`${version}.${name}.${altered.toString('base64url')}`, 'id')).toThrow();
    }
  }
  for (let index = 0; index < sealed.length - packed.length; index += 1) {
    const other = sealed[index] === '0' ? '1' : '0';
    expect(() => vault.open(sealed.slice(0, index) + other + sealed.slice(index + 1), 'id')).toThrow();
  }
});

it('shortened_text_never_opens', () => {
  const vault = createVault([OLD]);
  const sealed = vault.seal(URL_TEXT, 'id');
  for (let length = 0; length < sealed.length; length += 1) {
    expect(() => vault.open(sealed.slice(0, length), 'id'), String(length)).toThrow();
  }
});

it('a tag that was cut short does not open, though it is the beginning of the right one', () => {
  const vault = createVault([OLD]);
  const [version, name, packed = ''] = vault.seal('', 'id').split('.');
  const bytes = Buffer.from(packed, 'base64url');
  for (let length = 0; length < bytes.length; length += 1) {
    const cut = bytes.subarray(0, length).toString('base64url');
    expect(() => vault.open(`${version}.${name}.${cut}`, 'id')).toThrow();
  }
});

it('text that was never sealed does not open', () => {
  const vault = createVault([OLD]);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((rest) => `v1.00000000.${rest}`),
      ),
      (given) => {
        expect(() => vault.open(given, 'id')).toThrow();
      },
    ),
  );
});

it('what is moved to another place does not open there', () => {
  const vault = createVault([OLD]);
  fc.assert(
    fc.property(text, text, text, (plain, here, there) => {
      fc.pre(here !== there);
      expect(() => vault.open(vault.seal(plain, here), there)).toThrow();
    }),
  );
});

it('another key does not open it, and the error names the key that would', () => {
  const sealed = createVault([OLD]).seal(URL_TEXT, 'id');
  const name = sealed.split('.')[1];
  expect(() => createVault([NEW]).open(sealed, 'id')).toThrow(`sealed with the key ${name}, which is not in`);
});

it('a new key in front seals from then on, and the old one still opens', () => {
  const before = createVault([OLD]);
  const between = createVault([NEW, OLD]);
  const after = createVault([NEW]);
  expect(between.open(before.seal(URL_TEXT, 'id'), 'id')).toBe(URL_TEXT);
  expect(after.open(between.seal(URL_TEXT, 'id'), 'id')).toBe(URL_TEXT);
  expect(() => after.open(before.seal(URL_TEXT, 'id'), 'id')).toThrow();
});

it('seals the same text differently each time and shows nothing of it', () => {
  const vault = createVault([OLD]);
  const sealed = [vault.seal(URL_TEXT, 'id'), vault.seal(URL_TEXT, 'id')];
  expect(sealed[0]).not.toBe(sealed[1]);
  for (const text of sealed) {
    const bytes = Buffer.from(text.split('.')[2] ?? '', 'base64url').toString('latin1');
    expect(text + bytes).not.toContain('contoso');
  }
});

it('fingerprints are equal for equal texts alone, and differ between keys', () => {
  const vault = createVault([NEW, OLD]);
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(vault.fingerprint(one) === vault.fingerprint(other)).toBe(one === other);
    }),
  );
  expect(vault.fingerprint(URL_TEXT)).not.toBe(createVault([OLD]).fingerprint(URL_TEXT));
});

it('needs a key', () => {
  expect(() => createVault([])).toThrow('a vault needs a key');
});

it('a_text_is_signed_by_whoever_has_a_key_of_the_ring_and_by_nobody_else', () => {
  const [older, newer, other] = [createVault([OLD]), createVault([NEW, OLD]), createVault([NEW])];
  fc.assert(
    fc.property(text, text, (signed, different) => {
      const signature = older.sign(signed);
      expect(signature).toMatch(/^[\w-]{43}$/);
      expect(newer.isSigned(signed, signature)).toBe(true);
      expect(other.isSigned(signed, signature)).toBe(false);
      expect(older.isSigned(different, signature)).toBe(different === signed);
    }),
  );
});

it('nothing_but_the_signature_is_one', () => {
  const vault = createVault([OLD]);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\w-]{43}$/)), (guess) => {
      expect(vault.isSigned('text', guess)).toBe(false);
    }),
  );
});

it('finds fingerprints of before a change of keys', () => {
  const before = createVault([OLD]).fingerprint(URL_TEXT);
  const vault = createVault([NEW, OLD]);
  expect(vault.fingerprints(URL_TEXT)).toEqual([vault.fingerprint(URL_TEXT), before]);
  expect(vault.fingerprint(URL_TEXT)).not.toBe(before);
});

it('what_is_sealed_anew_is_the_same_secret_under_the_first_key_and_still_the_same_sealing', () => {
  const between = createVault([NEW, OLD]);
  fc.assert(
    fc.property(text, text, (plain, context) => {
      const sealed = createVault([OLD]).seal(plain, context);
      const anew = between.reseal(sealed, context);
      expect(createVault([NEW]).open(anew, context)).toBe(plain);
      expect(sealingOf(anew)).toBe(sealingOf(sealed));
      expect(between.reseal(anew, context)).toBe(anew);
    }),
  );
});

it('two sealings of one text differ, and what was altered is not sealed anew', () => {
  const vault = createVault([NEW, OLD]);
  const sealed = vault.seal(URL_TEXT, 'id');
  expect(sealingOf(vault.seal(URL_TEXT, 'id'))).not.toBe(sealingOf(sealed));
  expect(() => vault.reseal(sealed, 'elsewhere')).toThrow();
});

it('with lasting keys, fingerprints and signatures stay when the ring changes', () => {
  const before = createVault([OLD], lastingKeysOf(OLD));
  const after = createVault([NEW], lastingKeysOf(OLD));
  expect(after.fingerprint(URL_TEXT)).toBe(before.fingerprint(URL_TEXT));
  expect(after.isSigned('text', before.sign('text'))).toBe(true);
  expect(createVault([OLD]).fingerprint(URL_TEXT)).toBe(before.fingerprint(URL_TEXT));
});
