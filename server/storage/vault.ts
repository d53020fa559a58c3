import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** Keeps secrets at rest: AES-256-GCM, with a keyring so that keys can change without downtime. */
export interface Vault {
  /** `context` binds the text to its place (an id): sealed text that is moved elsewhere does not open. */
  seal(plain: string, context: string): string;
  /** Throws when the text was altered, belongs to another context, or its key is not in the ring. */
  open(sealed: string, context: string): string;
  /** The same secret under the first key, with its `sealingOf` unchanged. Throws as `open` does. */
  reseal(sealed: string, context: string): string;
  /** Equal for equal texts, tells nothing without the key. */
  fingerprint(plain: string): string;
  /** 43 letters of base64url that nobody makes for this text without the key. */
  sign(text: string): string;
  /** Whether the text was signed with the lasting key, or one of the ring. */
  isSigned(text: string, signature: string): boolean;
  /** The fingerprints under every key, newest first: to find what was stored before the keys changed. */
  fingerprints(plain: string): string[];
  /** What the keys are called in sealed texts, the one that seals first. They tell nothing of the keys. */
  keyNames: readonly string[];
}

/** Keys that stay when the ring changes: what they made is not made anew, and what was posted cannot be. */
export interface LastingKeys {
  fingerprint: Buffer;
  signing: Buffer;
}

const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** 12 bytes in base64url: no letter is shared with what follows. */
const NONCE_LETTERS = 16;

/**
 * Opens a vault over keys of 32 bytes each; the first seals, all open. Sealed text is
 * `v1.<key name>.<iv, tag and cipher text in base64url>`. Without lasting keys those of the first key count.
 */
export function createVault(keys: readonly Buffer[], lasting?: LastingKeys): Vault {
  const ring = keys.map((key) => ({ name: nameOf(key), key: derive(key, 'cardwire seal') }));
  const [first] = ring;
  const all = [...(lasting ? [lasting] : []), ...keys.map(lastingKeysOf)];
  const fingerprintKeys = all.map(({ fingerprint }) => createSecretKey(fingerprint));
  const signingKeys = all.map(({ signing }) => createSecretKey(signing));
  const [fingerprintKey] = fingerprintKeys;
  const [signingKey] = signingKeys;
  if (!first || !fingerprintKey || !signingKey) throw new Error('a vault needs a key');

  const sealWith = (iv: Buffer, plain: string, context: string) => {
    const cipher = createCipheriv('aes-256-gcm', first.key, iv).setAAD(Buffer.from(context));
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    const packed = Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    return `${VERSION}.${first.name}.${packed}`;
  };
  const open = (sealed: string, context: string) => {
    const [version, name, packed] = sealed.split('.');
    const entry = ring.find((candidate) => candidate.name === name);
    if (version !== VERSION || !packed) throw new Error('not a sealed text');
    if (!entry) throw new Error(`sealed with the key ${name}, which is not in SECRET_KEYS`);
    const bytes = Buffer.from(packed, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', entry.key, bytes.subarray(0, IV_BYTES), {
      // Without it, a tag that was cut to 4 bytes would do.
      authTagLength: TAG_BYTES,
    })
      .setAAD(Buffer.from(context))
      .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
      'utf8',
    );
  };

  return {
    seal: (plain, context) => sealWith(randomBytes(IV_BYTES), plain, context),
    open,
    reseal(sealed, context) {
      const plain = open(sealed, context);
      // A nonce must be new for its key. Under another key it is; under the same, the text is the same, too.
      return sealWith(Buffer.from(sealingOf(sealed), 'base64url'), plain, context);
    },
    fingerprint(plain) {
      return hmac(fingerprintKey, plain).toString('base64url');
    },
    sign: (text) => hmac(signingKey, text).toString('base64url'),
    isSigned(text, signature) {
      const given = Buffer.from(signature, 'base64url');
      return signingKeys.some((key) => {
        const expected = hmac(key, text);
        return given.length === expected.length && timingSafeEqual(given, expected);
      });
    },
    fingerprints: (plain) => fingerprintKeys.map((key) => hmac(key, plain).toString('base64url')),
    keyNames: ring.map(({ name }) => name),
  };
}

/** Names one sealing of a text, and stays when that is sealed anew under another key: its nonce. */
export function sealingOf(sealed: string): string {
  return (sealed.split('.')[2] ?? '').slice(0, NONCE_LETTERS);
}

/** The same in SQL, of an expression that holds a sealed text. */
export function sealingIn(expression: string): string {
  return `left(split_part(${expression}, '.', 3), ${NONCE_LETTERS})`;
}

/** The key's name in SQL, of an expression that holds a sealed text. */
export function keyNameIn(expression: string): string {
  return `split_part(${expression}, '.', 2)`;
}

/** The keys that last, as a key of the ring makes them. */
export function lastingKeysOf(key: Buffer): LastingKeys {
  return { fingerprint: bytesFor(key, 'cardwire fingerprint'), signing: bytesFor(key, 'cardwire sign') };
}

/**
 * One key serves several purposes, each with a key derived for it. As a key object: Node takes four times as
 * long to open a text with a key that it is given as bytes.
 */
function derive(key: Buffer, purpose: string): KeyObject {
  return createSecretKey(bytesFor(key, purpose));
}

function bytesFor(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, 32));
}

function hmac(key: KeyObject, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function nameOf(key: Buffer): string {
  return createHash('sha256').update('cardwire key name').update(key).digest('hex').slice(0, 8);
}
