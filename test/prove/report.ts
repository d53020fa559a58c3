import { brokenPromises, longestWaitMs } from './judge/broken-promises.ts';
import type { Findings } from './judge/judge.ts';
import type { ProveOptions } from './options.ts';
import type { Proof } from './prove.ts';
import { plainTable } from './rig/table.ts';

/** What a run found, for people. */
export function proveReport(options: ProveOptions, proof: Proof): string {
  const { findings, machine } = proof;
  const broken = brokenPromises(findings);
  const kills = (kind: string) => findings.recoveries.filter((recovery) => recovery.kind === kind).length;
  const wait = (kind: 'node' | 'all nodes' | 'database') =>
    kills(kind) === 0 ? '–' : `${seconds(longestWaitMs(findings, kind))} after ${kills(kind)} kills`;
  const rows = [
    ['what', 'found', 'promised'],
    ['events acknowledged', `${findings.acknowledged}`, ''],
    ['events that no node took', `${findings.refused}`, '0'],
    ['deliveries expected', `${findings.expected}`, ''],
    ['arrived', `${findings.arrived} (${findings.folded} within summaries)`, ''],
    ['lost', `${findings.lost.length}`, '0'],
    ['still waiting', `${findings.late.length}`, '0'],
    ['in a wrong channel', `${findings.misdirected.length}`, '0'],
    ['duplicates', `${findings.duplicates} (${share(findings.duplicates, findings.expected)})`, 'allowed'],
    ['… though recorded', `${findings.unexplained.length}`, '0'],
    ['out of order', `${findings.outOfOrder.length}`, '0'],
    ['pace passed', `${findings.tooFast.length}`, '0'],
    ['longest wait, one node killed', wait('node'), 'under 30 s'],
    ['longest wait, all nodes killed', wait('all nodes'), ''],
    ['longest wait, database killed', wait('database'), ''],
    ['nodes that ended by themselves', `${findings.crashes}`, '0'],
    ['all arrived after the last event', seconds(proof.settledMs), ''],
  ];
  const answers = Object.entries(findings.answers).map(([answer, count]) => `${answer} ${count}`);
  return [
    plainTable(rows),
    '',
    `Answers of the fake Teams: ${answers.join(', ')}.`,
    `Seed ${options.seed}, ${options.nodes} nodes, ${options.channels} channels, ${options.events} events in ${seconds(options.flowMs)}.`,
    `${machine.date}: ${machine.cores} cores, ${machine.memory}, Node ${machine.node}, PostgreSQL ${machine.postgres}.`,
    '',
    ...(broken.length === 0 ? ['Every promise was kept.'] : ['Broken promises:', ...broken.map(indent)]),
    ...examples(findings).map(indent),
    ...(proof.logs === undefined ? [] : [`The evidence and the logs of all processes are in ${proof.logs}.`]),
  ].join('\n');
}

const indent = (line: string) => `  ${line}`;
/** Of each kind, so that somebody can look them up. */
const EXAMPLES = 5;

function examples({ lost, late, misdirected, unexplained, outOfOrder }: Findings): string[] {
  const kinds = {
    lost,
    'still waiting': late,
    'wrong channel': misdirected,
    again: unexplained,
    'out of order': outOfOrder,
  };
  return Object.entries(kinds).flatMap(([kind, pairs]) =>
    pairs.slice(0, EXAMPLES).map(({ channel, number }) => `${kind}: event ${number} in channel ${channel}`),
  );
}

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
