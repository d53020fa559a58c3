import { markdownTable, plainTable } from '../prove/rig/table.ts';
import type { Measured } from './bench.ts';

/** What was measured, for a terminal or as Markdown. */
export function benchReport({ figures, machine }: Measured, markdown: boolean): string {
  const rows = [
    ['point', 'what', 'runs', 'unit', 'aim', 'met'],
    ...figures.map(({ point, what, runs, unit, aim }) => [
      point,
      what,
      runs.map((value) => number(value)).join(' / '),
      unit,
      aim?.text ?? '',
      aim ? (aim.met ? 'yes' : 'no') : '',
    ]),
  ];
  const table = markdown ? markdownTable(rows) : plainTable(rows);
  const { date, cores, memory, node, postgres } = machine;
  return `${date}: ${cores} cores, ${memory}, Node ${node}, PostgreSQL ${postgres}.\n\n${table}`;
}

/** Three digits are as exact as such figures are. */
function number(value: number): string {
  if (Math.abs(value) >= 100) return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
  return String(Number(value.toPrecision(3)));
}
