import type { Findings } from './judge.ts';

/** A killed node's channels are served by others within this time. */
const TAKEOVER_LIMIT_MS = 30_000;

/** What Cardwire promises and did not keep in this run, one line each; empty when all is well. */
export function brokenPromises(findings: Findings): string[] {
  const takeoverMs = longestWaitMs(findings, 'node');
  const counts: [string, number][] = [
    ['acknowledged deliveries lost', findings.lost.length],
    ['deliveries still waiting when patience ended', findings.late.length],
    ['events that no node took', findings.refused],
    ['cards in a wrong channel', findings.misdirected.length],
    ['recorded deliveries posted again', findings.unexplained.length],
    ['events out of order', findings.outOfOrder.length],
    ['cards beyond the pace', findings.tooFast.length],
    ['nodes that ended by themselves', findings.crashes],
    ['seconds until a killed node was replaced', takeoverMs > TAKEOVER_LIMIT_MS ? takeoverMs / 1_000 : 0],
  ];
  return counts.filter(([, count]) => count > 0).map(([what, count]) => `${what}: ${Math.round(count)}`);
}

/** The worst recovery from one kind of disruption, in milliseconds; 0 when there was none. */
export function longestWaitMs(
  { recoveries }: Findings,
  kind: Findings['recoveries'][number]['kind'],
): number {
  return recoveries
    .filter((recovery) => recovery.kind === kind)
    .reduce((max, { waitMs }) => Math.max(max, waitMs), 0);
}
