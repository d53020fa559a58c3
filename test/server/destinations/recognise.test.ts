import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../server/configurations/limits.ts';
import { DEFAULT_WEBHOOK_HOSTS, recogniseWebhook } from '../../../server/destinations/recognise.ts';
import { ProblemError } from '../../../server/problem.ts';
import {
  CONNECTOR_PATH,
  CONNECTOR_URL,
  OLD_CONNECTOR_URL,
  OLD_WORKFLOW_URL,
  SIGNATURE,
  signature,
  WORKFLOW_HOST,
  WORKFLOW_PATH,
  WORKFLOW_QUERY,
  WORKFLOW_URL,
} from './webhooks.ts';

function recognise(url: string) {
  return recogniseWebhook(url, DEFAULT_WEBHOOK_HOSTS);
}

/** What people read when the address is refused. */
function refusalOf(url: string): string {
  try {
    recognise(url);
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'webhook-url-refused') return error.message;
    throw error;
  }
  return 'taken';
}

describe('an address that is taken', () => {
  it.each([
    { what: 'a connector', url: CONNECTOR_URL, kind: 'connector' },
    { what: 'a connector with a fifth token', url: `${CONNECTOR_URL}/V2abcdEFGH`, kind: 'connector' },
    { what: 'a connector of the old form', url: OLD_CONNECTOR_URL, kind: 'connector' },
    {
      what: 'a connector on the other old host',
      url: OLD_CONNECTOR_URL.replace('office.com', 'office365.com'),
      kind: 'connector',
    },
    { what: 'a Workflow', url: WORKFLOW_URL, kind: 'workflow' },
    {
      what: 'a Workflow of a numbered unit',
      url: WORKFLOW_URL.replace('/direct/', '/direct/cu/07/'),
      kind: 'workflow',
    },
    { what: 'a Workflow with its port', url: WORKFLOW_URL.replace('.com/', '.com:443/'), kind: 'workflow' },
    { what: 'a Workflow of the old form', url: OLD_WORKFLOW_URL, kind: 'workflow' },
    ...[
      'prod-1.usgovtexas.logic.azure.us',
      'prod-1.chinaeast2.logic.azure.cn',
      'abc.01.environment.api.gov.powerplatform.microsoft.us',
      'abc.01.environment.api.high.powerplatform.microsoft.us',
      'abc.01.environment.api.appsplatform.us',
      'abc.01.environment.api.powerplatform.partner.microsoftonline.cn',
    ].map((host) => ({
      what: `a Workflow on ${host}`,
      url: WORKFLOW_URL.replace(WORKFLOW_HOST, host),
      kind: 'workflow',
    })),
  ])('is $what', ({ url, kind }) => {
    expect(recognise(url).kind).toBe(kind);
  });

  it('is shown by its host and its last four characters', () => {
    expect(recognise(CONNECTOR_URL).label).toBe('contoso.webhook.office.com …5555');
    expect(recognise(WORKFLOW_URL).label).toBe(`${WORKFLOW_HOST} …EvB0`);
  });

  it('keeps every character of path and query, for they are signed', () => {
    expect(recognise(WORKFLOW_URL).url).toBe(WORKFLOW_URL);
    expect(recognise(CONNECTOR_URL).url).toBe(CONNECTOR_URL);
  });

  it('loses what is never sent: blanks around it, port 443, capitals in the host, a fragment', () => {
    const pasted = `\n ${WORKFLOW_URL.replace(WORKFLOW_HOST, `${WORKFLOW_HOST.toUpperCase()}:443`)}#top\t`;
    expect(recognise(pasted).url).toBe(WORKFLOW_URL);
  });

  it('may be on a host that only the operator knows', () => {
    const url = WORKFLOW_URL.replace(WORKFLOW_HOST, 'flows.example.org');
    expect(recogniseWebhook(url, ['example.org']).kind).toBe('workflow');
    expect(() => recogniseWebhook(WORKFLOW_URL, ['example.org'])).toThrow(ProblemError);
  });
});

const onConnectorPath = (authority: string) => `https://${authority}${CONNECTOR_PATH}`;

describe('an address that is refused', () => {
  it.each([
    ['nothing', '', /begins with https/],
    ['without scheme', CONNECTOR_URL.slice('https://'.length), /begins with https/],
    ['http', CONNECTOR_URL.replace('https', 'http'), /begins with https/],
    ['another scheme', `javascript:${CONNECTOR_URL}`, /begins with https/],
    ['a scheme without slashes', CONNECTOR_URL.replace('//', ''), /begins with https/],
    ['unreadable', 'https://%zz/', /cannot be read/],
    ['a port that is none', onConnectorPath('contoso.webhook.office.com:99999'), /cannot be read/],
    ['another port', onConnectorPath('contoso.webhook.office.com:8443'), /port/],
    ['port 80', onConnectorPath('contoso.webhook.office.com:80'), /port/],
    ['a user name', onConnectorPath('admin@contoso.webhook.office.com'), /user name/],
    ['a host as user name', onConnectorPath('contoso.webhook.office.com@example.com'), /user name/],
    [
      'a host as user name and password',
      onConnectorPath('contoso.webhook.office.com:443@example.com'),
      /user name/,
    ],
    ['a foreign host', onConnectorPath('example.com'), /not an address of Microsoft Teams webhooks/],
    ['no dot before the suffix', onConnectorPath('evilwebhook.office.com'), /not an address of/],
    [
      'the suffix in the middle',
      onConnectorPath('contoso.webhook.office.com.example.com'),
      /not an address of/,
    ],
    ['a host that ends like one', onConnectorPath('contoso.webhook.office.comm'), /not an address of/],
    ['a parent of a host', onConnectorPath('office.com'), /not an address of/],
    ['a trailing dot', onConnectorPath('contoso.webhook.office.com.'), /not an address of/],
    ['an empty label', onConnectorPath('contoso..webhook.office.com'), /not an address of/],
    ['an underscore', onConnectorPath('con_toso.webhook.office.com'), /not an address of/],
    ['punycode', onConnectorPath('xn--contso-oxa.webhook.office.com'), /not an address of/],
    ['an escaped dot', onConnectorPath('example.com%2fwebhook.office.com'), /cannot be read/],
    ['an escaped letter in a foreign host', onConnectorPath('%65xample.com'), /not an address of/],
    ['letters that look alike', onConnectorPath('contoso.webhook.оffice.com'), /character/],
    ['a full-width dot', onConnectorPath('contoso.webhook.office。com'), /character/],
    ['a soft hyphen', onConnectorPath('example.com\u00ad.webhook.office.com'), /character/],
    ['backslashes', `https:\\\\example.com\\${CONNECTOR_PATH}`, /character/],
    ['a backslash that ends the host', onConnectorPath('example.com\\.webhook.office.com'), /character/],
    ['a blank inside', CONNECTOR_URL.replace('@', ' @'), /space/],
    ['a line break inside', CONNECTOR_URL.replace('@', '\n@'), /line break/],
    ['a tab in the host', CONNECTOR_URL.replace('contoso', 'con\ttoso'), /space/],
    ['a NUL', `${CONNECTOR_URL}\0`, /character/],
    ['an invisible character', CONNECTOR_URL.replace('contoso', 'con\u200btoso'), /character/],
    ['angle brackets around it', `<${CONNECTOR_URL}>`, /character/],
    ['too long', CONNECTOR_URL + 'a'.repeat(LIMITS.urlLength), /longer than 2048/],
    ['IPv4', onConnectorPath('10.0.0.1'), /number in place of a host name/],
    ['a public IPv4', onConnectorPath('52.112.0.1'), /number in place of/],
    ['IPv4 in decimal', onConnectorPath('2130706433'), /number in place of/],
    ['IPv4 in hexadecimal', onConnectorPath('0x7f000001'), /number in place of/],
    ['IPv4 in octal', onConnectorPath('0177.0.0.1'), /number in place of/],
    ['IPv4 in short', onConnectorPath('127.1'), /number in place of/],
    ['IPv4 with a trailing dot', onConnectorPath('127.0.0.1.'), /number in place of/],
    ['IPv4 escaped', onConnectorPath('%31%32%37.0.0.1'), /number in place of/],
    ['IPv6', onConnectorPath('[::1]'), /number in place of/],
    ['IPv4 in IPv6', onConnectorPath('[::ffff:127.0.0.1]'), /number in place of/],
    ['the right host alone', 'https://contoso.webhook.office.com/', /rest is not a complete webhook address/],
    ['a connector that lacks its end', CONNECTOR_URL.slice(0, -37), /rest is not a complete/],
    ['a connector without tenant', CONNECTOR_URL.replace(/@[^/]+/, ''), /rest is not a complete/],
    [
      'a Workflow that lacks its end',
      `https://${WORKFLOW_HOST}${WORKFLOW_PATH.slice(0, -7)}`,
      /rest is not a complete/,
    ],
    [
      'a path that only begins like one',
      `https://${WORKFLOW_HOST}${WORKFLOW_PATH}/more${WORKFLOW_QUERY}`,
      /rest is not/,
    ],
    [
      'a path that climbs out of itself',
      CONNECTOR_URL.replace('/IncomingWebhook/', '/../../admin/'),
      /rest is not/,
    ],
    ['a Workflow without query', `https://${WORKFLOW_HOST}${WORKFLOW_PATH}`, /signature/],
    ['a Workflow without signature', WORKFLOW_URL.replace(/&sig=.*/, ''), /signature/],
    ['a Workflow with an empty signature', WORKFLOW_URL.replace(SIGNATURE, ''), /signature/],
    ['a Workflow with half a signature', WORKFLOW_URL.replace(SIGNATURE, SIGNATURE.slice(0, 9)), /signature/],
    ['a signature in the fragment', WORKFLOW_URL.replace('?', '#'), /signature/],
    [
      'a channel',
      'https://teams.microsoft.com/l/channel/19%3aabc%40thread.tacv2/General?groupId=1',
      /place in Teams/,
    ],
    [
      'a channel in the new Teams',
      'https://teams.cloud.microsoft/l/channel/19%3aabc/General',
      /place in Teams/,
    ],
    [
      'a SharePoint page',
      'https://contoso.sharepoint.com/sites/team/Shared%20Documents',
      /link to SharePoint/,
    ],
    [
      'the page of a Workflow',
      'https://make.powerautomate.com/environments/1/flows/2/details',
      /page where the workflow/,
    ],
  ])('is %s', (_what, url, reason) => {
    expect(refusalOf(url)).toMatch(reason);
  });
});

describe('properties', () => {
  /** Hosts that an attacker could own, some built to look like one on the list. */
  const foreignHost = fc.oneof(
    fc.domain(),
    fc.ipV4Extended(),
    fc.ipV6().map((address) => `[${address}]`),
    fc
      .tuple(fc.constantFrom(...DEFAULT_WEBHOOK_HOSTS), fc.domain())
      .map(([host, domain]) => `${host}.${domain}`),
    fc
      .tuple(fc.constantFrom(...DEFAULT_WEBHOOK_HOSTS), fc.domain())
      .map(([host, domain]) => `${domain}-${host}`),
    fc.constantFrom(...DEFAULT_WEBHOOK_HOSTS).map((host) => `${host}.`),
  );
  const before = fc.oneof(
    fc.constantFrom(
      '',
      'https://',
      'http://',
      'https:\\\\',
      '//',
      'https://webhook.office.com@',
      'https://a:b@',
    ),
    fc.constantFrom(...DEFAULT_WEBHOOK_HOSTS).map((host) => `https://${host}%40`),
  );
  const after = fc.constantFrom(
    '',
    ':443',
    ':8443',
    '@webhook.office.com',
    '#.webhook.office.com',
    '\\.webhook.office.com',
  );

  it('no URL of any form with a foreign host is recognised', () => {
    fc.assert(
      fc.property(
        before,
        foreignHost,
        after,
        fc.constantFrom(CONNECTOR_PATH, WORKFLOW_PATH + WORKFLOW_QUERY),
        (...parts) => {
          const url = parts.join('');
          const host = URL.parse(url)?.hostname ?? '';
          fc.pre(!DEFAULT_WEBHOOK_HOSTS.some((listed) => `.${host}`.endsWith(`.${listed}`)));
          expect(refusalOf(url)).not.toBe('taken');
        },
      ),
    );
  });

  it('whatever is recognised goes to a listed host over https, and is recognised again as the same', () => {
    const edits = fc.array(
      fc.tuple(fc.nat(250), fc.nat(3), fc.string({ maxLength: 3, unit: 'binary-ascii' })),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(CONNECTOR_URL, OLD_CONNECTOR_URL, WORKFLOW_URL, OLD_WORKFLOW_URL),
        edits,
        (url, changes) => {
          const edited = changes.reduce<string>(
            (text, [at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut),
            url,
          );
          if (refusalOf(edited) !== 'taken') return;
          const found = recognise(edited);
          const { protocol, port, hostname, username } = new URL(found.url);
          expect({ protocol, port, username }).toEqual({ protocol: 'https:', port: '', username: '' });
          expect(DEFAULT_WEBHOOK_HOSTS.some((listed) => `.${hostname}`.endsWith(`.${listed}`))).toBe(true);
          expect(recognise(found.url)).toEqual(found);
        },
      ),
    );
  });

  it('no text is taken for a webhook by chance, and none makes it stumble', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true })),
        (text) => {
          expect(refusalOf(text)).not.toBe('taken');
        },
      ),
    );
  });

  it('a refusal never holds the signature or the path', () => {
    fc.assert(
      fc.property(signature(), foreignHost, (sig, host) => {
        const refusal = refusalOf(`https://${host}${WORKFLOW_PATH}?sig=${sig}`);
        expect(refusal).not.toContain(sig);
        expect(refusal).not.toContain('invoke');
      }),
    );
  });

  it('a label shows no more than host and four characters', () => {
    fc.assert(
      fc.property(signature(), (sig) => {
        expect(recognise(WORKFLOW_URL.replace(SIGNATURE, sig)).label).toBe(
          `${WORKFLOW_HOST} …${sig.slice(-4)}`,
        );
      }),
    );
  });
});
