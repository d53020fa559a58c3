import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawApiKey } from '../../server/identity/api-keys.ts';
import { createLogger, redact } from '../../server/logger.ts';

/** A logger into a list of lines. */
function listening(production = true) {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  return { lines, logger: createLogger({ logLevel: 'trace', production }, { write }) };
}

const base64url = (minLength: number) =>
  fc
    .uint8Array({ minLength, maxLength: minLength + 20 })
    .map((bytes) => Buffer.from(bytes).toString('base64url'));

/** A secret in its form, and the part of it that must never be read. */
const secret = fc.oneof(
  fc
    .tuple(fc.webUrl({ withQueryParameters: true, withFragments: true }), base64url(16))
    .map(([url, hidden]) => ({
      text: new URL(`/${hidden}'${new URL(url).pathname}?sig=${hidden}`, url).href,
      hidden,
    })),
  base64url(16).map((hidden) => ({
    text: `postgresql://cardwire:${hidden}@127.0.0.1:5432/cardwire`,
    hidden,
  })),
  fc.tuple(base64url(20), base64url(40), base64url(30)).map(([header, payload, hidden]) => ({
    text: `eyJ${header}.${payload}.${hidden}`,
    hidden,
  })),
  base64url(16).map((hidden) => ({ text: `cw_${hidden}`, hidden })),
);
/** What stands around it: whatever does not lengthen the secret itself. */
const around = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(' ', '"', "'", '(', '\\', '\n', 'at '),
);

type Log = (logger: ReturnType<typeof listening>['logger'], text: string) => void;

const WAYS: Record<string, Log> = {
  'a message': (logger, text) => logger.info(text),
  'a part of a message': (logger, text) => logger.info('met %s and %j', text, { text }),
  'a field': (logger, text) => logger.info({ text }, 'met it'),
  'a field of a field': (logger, text) => logger.info({ outer: [{ text }] }, 'met it'),
  'a name of a field': (logger, text) => logger.info({ [text]: 1 }, 'met it'),
  'an error': (logger, text) => logger.error(new Error(text)),
  "an error's message": (logger, text) => logger.error({ err: new Error(text) }, 'met it'),
  "an error's cause": (logger, text) => logger.error({ err: new Error('outer', { cause: new Error(text) }) }),
  'an error in another field': (logger, text) =>
    logger.error({ error: Object.assign(new Error(text), { text }) }),
  'an error of many': (logger, text) => logger.error({ err: new AggregateError([new Error(text)], text) }),
  "an error's own field": (logger, text) =>
    logger.error({ err: Object.assign(new Error('x'), { input: text }) }),
  "an error's code": (logger, text) => logger.error({ err: Object.assign(new Error('x'), { code: text }) }),
  'a child logger': (logger, text) => logger.child({ text }).info('met it'),
};

it.each(Object.entries(WAYS))('no URL, token or key survives as %s', (_way, log) => {
  fc.assert(
    fc.property(secret, around, around, ({ text, hidden }, before, after) => {
      const { logger, lines } = listening();
      log(logger, `${before} ${text} ${after}`);
      log(logger, `${before}${text}`);
      expect(lines).toHaveLength(2);
      for (const line of lines) {
        expect(() => JSON.parse(line)).not.toThrow();
        expect(line).not.toContain(hidden);
      }
    }),
  );
});

it('keeps what is no secret: words, the host, the stack', () => {
  const { logger, lines } = listening();
  logger.error(
    { err: new Error('reset by https://contoso.webhook.office.com/webhookb2/a?b=c') },
    'It goes on.',
  );
  const [line] = lines.map((text) => JSON.parse(text));
  expect(line).toMatchObject({ level: 50, msg: 'It goes on.' });
  expect(line.err.message).toBe('reset by https://contoso.webhook.office.com/[…]');
  expect(line.err.stack).toContain('logger.test.ts');
});

it('leaves text without secrets as it is', () => {
  const text = 'Error: no at file:///srv/server/main.ts:3:1 (task.created, cw_1, eyJ.a) "ü"';
  expect(redact(text)).toBe(text);
});

it('hides the keys that are drawn', () => {
  expect(redact(`Bearer ${drawApiKey()}`)).toBe('Bearer [secret]');
});

it('logs a request by method and path alone, and webhooks of the sandbox without theirs', () => {
  const { logger, lines } = listening();
  const headers = { authorization: 'Bearer hidden' };
  logger.info({ req: { method: 'GET', url: '/api/connector?language=hidden', headers } });
  logger.info({ req: { method: 'POST', url: '/webhookb2/hidden@x/IncomingWebhook/y/z', headers } });
  logger.info({
    req: { method: 'POST', url: '/powerautomate/automations/direct/workflows/hidden?sig=x', headers },
  });
  expect(lines.map((line) => JSON.parse(line).req)).toEqual([
    { method: 'GET', path: '/api/connector' },
    { method: 'POST', path: '/webhookb2/[…]' },
    { method: 'POST', path: '/powerautomate/[…]' },
  ]);
  expect(lines.join()).not.toContain('hidden');
});

it('says nothing below its level', () => {
  const lines: string[] = [];
  const logger = createLogger(
    { logLevel: 'warn', production: true },
    { write: (line) => void lines.push(line) },
  );
  logger.info('quiet');
  logger.warn('heard');
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['heard']);
});
