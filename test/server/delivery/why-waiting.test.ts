import { describe, expect, it } from 'vitest';
import type { LaneView } from '../../../server/delivery/lane-view.ts';
import { DEFAULT_WINDOWS } from '../../../server/delivery/pace.ts';
import { whyWaiting } from '../../../server/delivery/why-waiting.ts';

const now = new Date('2026-11-21T23:00:00Z');
const calm: LaneView = {
  id: 'A',
  now,
  state: 'active',
  pausedForMs: undefined,
  heldForMs: 0,
  foldedAgoMs: undefined,
  catchUpTo: undefined,
  gapMs: 0,
  timing: { schedule: { kind: 'immediately' }, timeZone: 'UTC' },
  language: 'en',
  destination: { kind: 'workflow', sealedUrl: 'sealed' },
  waiting: [],
  more: false,
};
const delivery = { id: 7n, urgent: false, acceptedAt: now };
const STORM = 1_000;

const why = (change: Partial<LaneView>, { urgent = false, backlog = 1 } = {}) =>
  whyWaiting({ ...calm, ...change }, { ...delivery, urgent }, backlog, DEFAULT_WINDOWS);
const at = (time: string) => new Date(`2026-11-${time}:00Z`);
const night: Partial<LaneView> = { timing: { ...calm.timing, quietHours: { from: '22:00', to: '07:00' } } };
const hourly: Partial<LaneView> = { timing: { ...calm.timing, schedule: { kind: 'hourly' } } };

describe('a delivery waits', () => {
  it.each<[string, Partial<LaneView>, ReturnType<typeof why>]>([
    ['for its turn', {}, { code: 'pace', until: undefined }],
    ['for somebody to resume', { state: 'paused' }, { code: 'paused', until: undefined }],
    [
      'for the end of a pause',
      { state: 'paused', pausedForMs: 60_000 },
      { code: 'paused', until: at('21T23:01') },
    ],
    ['for a new webhook', { state: 'broken' }, { code: 'broken', until: undefined }],
    ['for a first webhook', { destination: undefined }, { code: 'no-destination', until: undefined }],
    ['for the next attempt', { heldForMs: 120_000 }, { code: 'retry', until: at('21T23:02') }],
    ['for the card after a pause', { catchUpTo: 7n }, { code: 'catch-up', until: undefined }],
    ['no more for that card when it came after it', { catchUpTo: 6n }, { code: 'pace', until: undefined }],
    ['for the end of the quiet hours', night, { code: 'quiet-hours', until: at('22T07:00') }],
    ['for its digest', hourly, { code: 'schedule', until: at('22T00:00') }],
  ])('%s', (_, change, expected) => {
    expect(why(change)).toEqual(expected);
  });

  it('for the next summary of a storm, a minute after the last', () => {
    expect(why({ foldedAgoMs: 45_000 }, { backlog: STORM })).toEqual({
      code: 'storm',
      until: new Date(now.getTime() + 15_000),
    });
    expect(why({}, { backlog: STORM })).toEqual({ code: 'storm', until: now });
  });

  it('for the end of the quiet hours, however it came to be late', () => {
    const expected = { code: 'quiet-hours', until: at('22T07:00') };
    expect(why({ ...night, catchUpTo: 7n })).toEqual(expected);
    const early = { ...delivery, acceptedAt: at('21T21:00') };
    expect(whyWaiting({ ...calm, ...night }, early, STORM, DEFAULT_WINDOWS)).toEqual(expected);
  });

  it('for no storm when it goes out on a digest', () => {
    const due = { ...hourly, now: at('22T00:30') };
    expect(why(due, { backlog: STORM }).code).toBe('pace');
  });

  it('for pause and hold alone when it is urgent', () => {
    const urgent = { urgent: true, backlog: STORM };
    for (const change of [night, hourly, { catchUpTo: 7n }]) expect(why(change, urgent).code).toBe('pace');
    expect(why({ state: 'paused' }, urgent).code).toBe('paused');
    expect(why({ heldForMs: 1 }, urgent).code).toBe('retry');
  });
});
