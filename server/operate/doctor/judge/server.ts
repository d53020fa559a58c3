import { type Finding, findingsOf } from '../finding.ts';
import type { HttpAnswer, Tried } from '../world.ts';

const finding = findingsOf('server');

/** Whether Cardwire answers at its public address. */
export function judgeReadiness(answer: Tried<HttpAnswer>): Finding {
  const check = 'Cardwire answers there and is ready';
  if ('error' in answer)
    return finding('failed', check, answer.error, 'Start it, and lead the address to its port.');
  const { status, body } = answer.value;
  const told = parse(body);
  if (status === 200 && told?.status === 'ready') return finding('ok', check, `${told.shards} shards`);
  if (typeof told?.detail === 'string')
    return finding('failed', check, told.detail, 'See docs/operating.md.');
  return finding(
    'failed',
    check,
    `/health/ready answers ${status}, and not as Cardwire does.`,
    'Lead the address to the port that Cardwire listens on.',
  );
}

/** Headers of the configuration page, as they arrive behind every proxy. */
export function judgePage(
  answer: Tried<HttpAnswer>,
  frameAncestors: readonly string[],
  https: boolean,
): Finding[] {
  const page = 'Configuration page';
  if ('error' in answer) return [finding('skipped', page, answer.error)];
  const { status, headers } = answer.value;
  if (status !== 200 || !headers.get('content-type')?.startsWith('text/html'))
    return [
      finding(
        'failed',
        page,
        `/config answers ${status}.`,
        'Build the pages: npm start does, or npm run build.',
      ),
    ];
  const policy = headers.get('content-security-policy') ?? '';
  const framing = /frame-ancestors ([^;]*)/.exec(policy)?.[1]?.split(' ') ?? [];
  const missing = frameAncestors.filter((origin) => !framing.includes(origin));
  const wanted: [string, RegExp][] = [
    ['x-content-type-options', /^nosniff$/],
    ['referrer-policy', /^no-referrer$/],
    ...(https ? [['strict-transport-security', /max-age=[1-9]/] satisfies [string, RegExp]] : []),
  ];
  const lost = wanted.filter(([name, value]) => !value.test(headers.get(name) ?? '')).map(([name]) => name);
  const opposed = headers.get('x-frame-options');
  return [
    finding('ok', page, '200'),
    missing.length === 0
      ? finding('ok', 'Teams may embed it', `${frameAncestors.length} origins`)
      : finding(
          'failed',
          'Teams may embed it',
          `frame-ancestors lacks ${missing.join(' ')}`,
          'Restart with these settings, and let the proxy pass Content-Security-Policy on as it is.',
        ),
    opposed === null
      ? finding('ok', 'No X-Frame-Options', 'absent')
      : finding(
          'failed',
          'No X-Frame-Options',
          opposed,
          'A proxy adds it, and Teams stays blank: take it out.',
        ),
    lost.length === 0
      ? finding('ok', 'Security headers', wanted.map(([name]) => name).join(', '))
      : finding('warning', 'Security headers', `missing: ${lost.join(', ')}`, 'Let the proxy pass them on.'),
  ];
}

function parse(body: Uint8Array): { status?: unknown; shards?: unknown; detail?: unknown } | undefined {
  try {
    const told: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof told === 'object' && told !== null ? told : undefined;
  } catch {
    return undefined;
  }
}
