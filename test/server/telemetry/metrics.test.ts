import { expect, it } from 'vitest';
import { createMetrics, type Metrics } from '../../../server/telemetry/metrics.ts';
import { report } from './reports.ts';

/** The lines of a metric, without its help. */
async function linesOf({ registry }: Metrics, name: string): Promise<string[]> {
  const text = await registry.getSingleMetricAsString(name);
  return text.split('\n').filter((line) => !line.startsWith('#'));
}

it('never counts posted and accepted as one', async () => {
  const metrics = createMetrics();
  metrics.attempted(report('posted'));
  metrics.attempted(report('accepted'));
  metrics.attempted(report('accepted'));
  const lines = await linesOf(metrics, 'cardwire_attempts_total');
  expect(lines).toContain('cardwire_attempts_total{kind="single",verdict="posted"} 1');
  expect(lines).toContain('cardwire_attempts_total{kind="single",verdict="accepted"} 2');
  const times = await linesOf(metrics, 'cardwire_acceptance_to_post_seconds');
  expect(times).toContain('cardwire_acceptance_to_post_seconds_count{verdict="posted"} 1');
  expect(times).toContain('cardwire_acceptance_to_post_seconds_count{verdict="accepted"} 2');
});

it('tells every kind and verdict from the first scrape on', async () => {
  const lines = await linesOf(createMetrics(), 'cardwire_attempts_total');
  expect(lines).toHaveLength(25);
  expect(lines.every((line) => line.endsWith(' 0'))).toBe(true);
});

it('measures in seconds: the attempt, and the way from acceptance to post', async () => {
  const metrics = createMetrics();
  metrics.attempted(report('posted'));
  expect(await linesOf(metrics, 'cardwire_attempt_duration_seconds')).toContain(
    'cardwire_attempt_duration_seconds_sum 0.25',
  );
  expect(await linesOf(metrics, 'cardwire_acceptance_to_post_seconds')).toContain(
    'cardwire_acceptance_to_post_seconds_sum{verdict="posted"} 2',
  );
});

it('counts the way to the post only of what arrived, and alone', async () => {
  const metrics = createMetrics();
  for (const verdict of ['try_again', 'dead', 'card_wrong'] as const) metrics.attempted(report(verdict));
  for (const kind of ['storm', 'digest', 'catch_up'] as const) metrics.attempted(report('posted', { kind }));
  expect(await linesOf(metrics, 'cardwire_acceptance_to_post_seconds')).toEqual([]);
  expect(await linesOf(metrics, 'cardwire_attempt_duration_seconds')).toContain(
    'cardwire_attempt_duration_seconds_count 6',
  );
});

it('counts new events and duplicates, and times the intake', async () => {
  const metrics = createMetrics();
  const receipt = { source: 'urn:a', id: '1', channels: 2 };
  metrics.taken(
    [
      { ...receipt, duplicate: false },
      { ...receipt, duplicate: true },
      { ...receipt, duplicate: false },
    ],
    40,
  );
  const lines = await linesOf(metrics, 'cardwire_events_total');
  expect(lines.sort()).toEqual([
    'cardwire_events_total{result="duplicate"} 1',
    'cardwire_events_total{result="new"} 2',
  ]);
  expect(await linesOf(metrics, 'cardwire_intake_duration_seconds')).toContain(
    'cardwire_intake_duration_seconds_sum 0.04',
  );
});

it('counts warnings by level', async () => {
  const metrics = createMetrics();
  metrics.warned(70);
  expect(await linesOf(metrics, 'cardwire_retry_warnings_total')).toEqual([
    'cardwire_retry_warnings_total{level="50"} 0',
    'cardwire_retry_warnings_total{level="70"} 1',
    'cardwire_retry_warnings_total{level="90"} 0',
  ]);
});

it('holds nothing in a label that names a channel or repeats its words', async () => {
  const metrics = createMetrics();
  metrics.attempted(report('try_again'));
  const text = await metrics.registry.metrics();
  expect(text).not.toContain('of a test');
  expect(text).not.toContain('the-configuration');
});

it('counts what people press on cards, and what became of it, from the first scrape on', async () => {
  const metrics = createMetrics();
  metrics.pressed('taken');
  metrics.forwarded('try_again');
  metrics.forwarded('delivered');
  expect(await linesOf(metrics, 'cardwire_card_actions_total')).toEqual([
    'cardwire_card_actions_total{result="taken"} 1',
    'cardwire_card_actions_total{result="repeated"} 0',
  ]);
  expect(await linesOf(metrics, 'cardwire_card_action_posts_total')).toEqual([
    'cardwire_card_action_posts_total{result="delivered"} 1',
    'cardwire_card_action_posts_total{result="try_again"} 1',
    'cardwire_card_action_posts_total{result="failed"} 0',
  ]);
});
