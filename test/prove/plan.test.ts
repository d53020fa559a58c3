import { describe, expect, it } from 'vitest';
import { readProveOptions } from './options.ts';
import { planRun } from './plan.ts';

const full = readProveOptions(['--seed', 'one']);
const quick = readProveOptions(['--seed', 'one', '--quick']);

describe.each([
  ['full', full],
  ['quick', quick],
])('the plan of a %s run', (_name, options) => {
  const plan = planRun(options);
  const numbers = plan.requests.flatMap(({ events }) => events.map(({ number }) => number));

  it('is the same for the same seed, and another for another', () => {
    expect(planRun(options)).toEqual(plan);
    expect(planRun({ ...options, seed: 'two' })).not.toEqual(plan);
  });

  it('numbers every event once', () => {
    expect(numbers.length).toBeGreaterThanOrEqual(options.events);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('has calm, rough and dying channels, of both kinds', () => {
    expect(new Set(plan.channels.map(({ character }) => character))).toEqual(
      new Set(['calm', 'rough', 'dying', ...(options.quick ? [] : ['stormy'])]),
    );
    expect(new Set(plan.channels.map(({ kind }) => kind)).size).toBe(2);
  });

  it('has channels with a filter and without', () => {
    expect(new Set(plan.channels.map(({ onlyStatus }) => onlyStatus)).size).toBe(2);
  });

  it('kills a node and the database while events flow', () => {
    const kinds = plan.disruptions.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['node', 'database']));
    const lastRequest = plan.requests.at(-1)?.atMs ?? 0;
    for (const { atMs } of plan.disruptions) expect(atMs).toBeLessThan(lastRequest);
  });

  it('gives ordinary channels no more than the pace lets through', () => {
    const ordinary = plan.channels.filter(({ character }) => character !== 'stormy');
    for (const { tenantId } of ordinary) {
      const events = plan.requests.filter((request) => request.tenantId === tenantId);
      const count = events.reduce((sum, request) => sum + request.events.length, 0);
      expect(count / (options.flowMs / 1_000)).toBeLessThan(options.quick ? 4 : 2);
    }
  });
});

it('leaves out of a quick run what costs a channel half a minute or more', () => {
  const { temper } = planRun(quick);
  const slow = ['throttled', 'throttled-seconds', 'throttled-date', 'hidden-429', 'half-open'];
  expect(Object.keys(temper.shares).filter((name) => slow.includes(name))).toEqual([]);
  expect(Object.keys(planRun(full).temper.shares)).toEqual(expect.arrayContaining(slow));
});
