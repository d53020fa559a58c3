import { expect, it } from 'vitest';
import type { Measured } from './bench.ts';
import { benchReport } from './report.ts';

const measured: Measured = {
  machine: { date: '2026-11-21 05:00 UTC', cores: '2', memory: '8 GiB', node: '24.0.0', postgres: '18.4' },
  figures: [
    { point: 'floor', what: 'posts in a loop', unit: 'posts/s', runs: [12_345.6, 999.9] },
    { point: 'd', what: 'p50', unit: 'ms', runs: [7.04, 8.9612], aim: { text: 'below 8 ms', met: true } },
  ],
};

it('tells the machine, and every run with three digits', () => {
  expect(benchReport(measured, true).split('\n')).toEqual([
    '2026-11-21 05:00 UTC: 2 cores, 8 GiB, Node 24.0.0, PostgreSQL 18.4.',
    '',
    '| point | what | runs | unit | aim | met |',
    '|---|---|---|---|---|---|',
    '| floor | posts in a loop | 12,346 / 1,000 | posts/s |  |  |',
    '| d | p50 | 7.04 / 8.96 | ms | below 8 ms | yes |',
  ]);
});

it('aligns the columns for a terminal', () => {
  const [head = '', , floor = ''] = benchReport(measured, false).split('\n').slice(2);
  expect(head.indexOf('unit')).toBe(floor.indexOf('posts/s'));
});
