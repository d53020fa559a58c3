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
  /** Equal for equal texts, tells nothing without the first key. */
  fingerprint(plain: string): string;
  /** 43 letters of base64url that nobody makes for this text without the first key. */
  sign(text: string): string;
  /** Whether the text was signed with a key of the ring. */
  isSigned(text: string, signature: string): boolean;
  /** The fingerprints under every key, newest first: to find what was stored before the keys changed. */
  fingerprints(plain: string): string[];
}

const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Opens a vault over keys of 32 bytes each; the first seals, all open. Sealed text is
 * `v1.<key name>.<iv, tag and cipher text in base64url>`.
 */
export function createVault(keys: readonly Buffer[]): Vault {
  const ring = keys.map((key) => ({ name: nameOf(key), key: derive(key, 'cardwire seal') }));
  const [first] = ring;
  const fingerprintKeys = keys.map((key) => derive(key, 'cardwire fingerprint'));
  const signingKeys = keys.map((key) => derive(key, 'cardwire sign'));
  const [fingerprintKey] = fingerprintKeys;
  const [signingKey] = signingKeys;
  if (!first || !fingerprintKey || !signingKey) throw new Error('a vault needs a key');

  return {
    seal(plain, context) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', first.key, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      const packed = Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
      return `${VERSION}.${first.name}.${packed}`;
    },
    open(sealed, context) {
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
      return Buffer.concat([
        decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)),
        decipher.final(),
      ]).toString('utf8');
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
  };
}

/**
 * One key serves several purposes, each with a key derived for it. As a key object: Node takes four times as
 * long to open a text with a key that it is given as bytes.
 */
function derive(key: Buffer, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, 32)));
}

function hmac(key: KeyObject, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function nameOf(key: Buffer): string {
  return createHash('sha256').update('cardwire key name').update(key).digest('hex').slice(0, 8);
}
