import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { brokenPromises } from './broken-promises.ts';
import type { Evidence } from './evidence.ts';
import { arrivalOf, honestRun } from './honest-run.ts';
import { judge } from './judge.ts';

describe('a run in which all went well', () => {
  it('keeps every promise', () => {
    const findings = judge(honestRun(20));
    expect(findings).toMatchObject({ acknowledged: 20, expected: 40, arrived: 40, duplicates: 0 });
    expect(brokenPromises(findings)).toEqual([]);
  });

  it('owes nothing for an event that was never acknowledged, though it says that no node took it', () => {
    const run = honestRun(3);
    const unacknowledged = run.events.map((event) =>
      event.number === 3 ? { ...event, acknowledgedAt: undefined } : event,
    );
    const arrivals = run.arrivals.filter(({ numbers }) => !numbers.includes(3));
    const findings = judge({ ...run, events: unacknowledged, arrivals, deliveries: [] });
    expect(findings).toMatchObject({ expected: 4, lost: [], refused: 1 });
    expect(brokenPromises(findings)).toEqual(['events that no node took: 1']);
  });
});

describe('lost', () => {
  it('is an acknowledged event that one of its channels never saw, whatever the table says', () => {
    const run = honestRun(5);
    const arrivals = run.arrivals.filter(({ channel, numbers }) => channel !== 1 || !numbers.includes(3));
    const findings = judge({ ...run, arrivals });
    expect(findings.lost).toEqual([{ channel: 1, number: 3 }]);
    expect(brokenPromises(findings)).toEqual(['acknowledged deliveries lost: 1']);
  });

  it('is an event that was only ever refused', () => {
    const run = honestRun(1);
    const arrivals = run.arrivals.map((arrival) => ({ ...arrival, posted: false, told: false }));
    expect(judge({ ...run, arrivals }).lost).toHaveLength(2);
  });

  it('is not one that still waits in the table: that one is late', () => {
    const run = honestRun(1);
    const deliveries = run.deliveries.map((record) => ({ ...record, state: 'waiting' }));
    const findings = judge({ ...run, arrivals: [], deliveries });
    expect(findings).toMatchObject({ lost: [], late: [{ number: 1 }, { number: 1 }] });
    expect(brokenPromises(findings)).not.toEqual([]);
  });

  test('any_missing_arrival_is_noticed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 39 }), (missing) => {
        const run = honestRun(20);
        const arrivals = run.arrivals.toSpliced(missing, 1);
        expect(judge({ ...run, arrivals }).lost).toHaveLength(1);
      }),
    );
  });
});

describe('summaries', () => {
  /** Events 2 to 4 of channel 0 came within one card that names the newest two. */
  const folded = (): Evidence => {
    const run = honestRun(5);
    const isFolded = (channel: number, number: number) => channel === 0 && number >= 2 && number <= 4;
    const summary = { ...arrivalOf(0, 4, 4_600), numbers: [4, 3] };
    return {
      ...run,
      arrivals: [
        ...run.arrivals.filter(({ channel, numbers }) => !isFolded(channel, numbers[0] ?? 0)),
        summary,
      ].sort((a, b) => a.at - b.at),
      deliveries: run.deliveries.map((record) =>
        isFolded(record.channel, record.number)
          ? { ...record, state: 'folded', attemptId: 'summary' }
          : record,
      ),
    };
  };

  it('carry events that they do not name, by the attempt that the table tells', () => {
    const findings = judge(folded());
    expect(findings).toMatchObject({ lost: [], arrived: 10, folded: 1, outOfOrder: [] });
  });

  it('prove nothing when no card of that attempt arrived', () => {
    const run = folded();
    const arrivals = run.arrivals.filter(({ numbers }) => numbers.length === 1);
    expect(judge({ ...run, arrivals }).lost).toHaveLength(3);
  });

  it('prove nothing for a delivery that the table gives to another attempt', () => {
    const run = folded();
    const deliveries = run.deliveries.map((record) =>
      record.channel === 0 && record.number === 2 ? { ...record, attemptId: 'another' } : record,
    );
    expect(judge({ ...run, deliveries }).lost).toEqual([{ channel: 0, number: 2 }]);
  });
});

describe('order', () => {
  it('is broken by two events that changed places', () => {
    const run = honestRun(5);
    const swapped = run.arrivals.map((arrival) => {
      if (arrival.channel !== 0) return arrival;
      const [number = 0] = arrival.numbers;
      return { ...arrival, numbers: [number === 2 ? 3 : number === 3 ? 2 : number] };
    });
    const findings = judge({ ...run, arrivals: swapped });
    expect(findings.outOfOrder).toEqual([{ channel: 0, number: 3 }]);
    expect(brokenPromises(findings)).toEqual(['events out of order: 1']);
  });

  it('is broken by a card that is tried while an earlier one is still refused', () => {
    const run = honestRun(2);
    const refused = { ...arrivalOf(0, 1, 1_050), posted: false, told: false, answer: 'status-500' as const };
    const arrivals = [refused, arrivalOf(0, 2, 2_050), arrivalOf(0, 1, 3_050)];
    expect(judge({ ...run, arrivals }).outOfOrder).toEqual([{ channel: 0, number: 2 }]);
  });

  it('is broken within one request', () => {
    const run = honestRun(2);
    const events = run.events.map((event) => ({ ...event, request: 1, position: event.number, sentAt: 0 }));
    const arrivals = [arrivalOf(0, 2, 1_050), arrivalOf(0, 1, 2_050)];
    expect(judge({ ...run, events, arrivals }).outOfOrder).toEqual([{ channel: 0, number: 2 }]);
  });

  it('is not promised for requests that overlapped', () => {
    const run = honestRun(2);
    const events = run.events.map((event) => ({ ...event, sentAt: 0, acknowledgedAt: 5_000 }));
    const arrivals = [arrivalOf(0, 2, 6_000), arrivalOf(0, 1, 7_000)];
    expect(judge({ ...run, events, arrivals }).outOfOrder).toEqual([]);
  });

  it('goes by the first time that a card came: one that comes again later breaks nothing', () => {
    const run = honestRun(3);
    const again = arrivalOf(0, 1, 4_050);
    expect(judge({ ...run, arrivals: [...run.arrivals, again] }).outOfOrder).toEqual([]);
  });

  test('any_two_events_of_a_channel_that_change_places_are_noticed', () => {
    const two = fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(two, ([a = 0, b = 0]) => {
        const run = honestRun(20);
        const arrivals = run.arrivals.map((arrival) => {
          if (arrival.channel !== 1) return arrival;
          const [number = 0] = arrival.numbers;
          return { ...arrival, numbers: [number === a ? b : number === b ? a : number] };
        });
        expect(judge({ ...run, arrivals }).outOfOrder).not.toEqual([]);
      }),
    );
  });
});

describe('duplicates', () => {
  it('are explained when the first answer was lost', () => {
    const run = honestRun(1);
    const lost = { ...arrivalOf(0, 1, 1_050), told: false, answer: 'reset-read' as const };
    const deliveries = run.deliveries.map((record) => ({ ...record, tries: 2 }));
    const arrivals = [lost, arrivalOf(0, 1, 3_050), arrivalOf(1, 1, 1_060)];
    const findings = judge({ ...run, arrivals, deliveries });
    expect(findings).toMatchObject({ duplicates: 1, unexplained: [] });
    expect(brokenPromises(findings)).toEqual([]);
  });

  it('are explained when the first attempt was not recorded', () => {
    const run = honestRun(1);
    const arrivals = [...run.arrivals, arrivalOf(0, 1, 9_050)];
    expect(judge({ ...run, arrivals })).toMatchObject({ duplicates: 1, unexplained: [] });
  });

  it('are not explained when both attempts were answered well and recorded', () => {
    const run = honestRun(1);
    const deliveries = run.deliveries.map((record) => ({ ...record, tries: 2 }));
    const arrivals = [...run.arrivals, arrivalOf(0, 1, 9_050)];
    const findings = judge({ ...run, arrivals, deliveries });
    expect(findings.unexplained).toEqual([{ channel: 0, number: 1 }]);
    expect(brokenPromises(findings)).toEqual(['recorded deliveries posted again: 1']);
  });

  it('are not explained when two nodes posted and both wrote their attempt', () => {
    const run = honestRun(1);
    const attempts = new Map([
      [0, 2],
      [1, 1],
    ]);
    const arrivals = [...run.arrivals, arrivalOf(0, 1, 1_060)];
    expect(judge({ ...run, arrivals, attempts }).unexplained).toEqual([{ channel: 0, number: 1 }]);
  });

  it('count a request that was cut unread as an attempt of the next card', () => {
    const run = honestRun(1);
    const unread = { ...arrivalOf(0, 1, 1_000), numbers: [], posted: false, told: false };
    const deliveries = run.deliveries.map((record) => ({ ...record, tries: 2 }));
    const arrivals = [unread, ...run.arrivals, arrivalOf(0, 1, 9_050)];
    expect(judge({ ...run, arrivals, deliveries }).unexplained).toEqual([]);
  });
});

describe('pace', () => {
  it('is passed by a fifth card within a second', () => {
    const run = honestRun(5);
    const arrivals = run.events.map(({ number }) => arrivalOf(0, number, 6_000 + number * 200));
    const findings = judge({ ...run, arrivals });
    expect(findings.tooFast).toEqual([{ channel: 0, at: 7_000 }]);
    expect(brokenPromises(findings)).toContain('cards beyond the pace: 1');
  });

  it('is kept by a fifth card when the second is over', () => {
    const run = honestRun(5);
    const arrivals = run.events.map(({ number }) => arrivalOf(0, number, 6_000 + number * 250));
    expect(judge({ ...run, arrivals }).tooFast).toEqual([]);
  });

  it('is passed by the 61st card within half a minute', () => {
    const run = honestRun(61);
    const arrivals = run.events.map(({ number }) => arrivalOf(0, number, number * 499));
    expect(judge({ ...run, arrivals }).tooFast).toEqual([{ channel: 0, at: 61 * 499 }]);
  });
});

describe('the rest', () => {
  it('notices a card in a channel that had not asked for it', () => {
    const run = honestRun(2);
    const channels = run.channels.map((channel) =>
      channel.channel === 1 ? { ...channel, eventTypes: ['task.updated'] } : channel,
    );
    const findings = judge({ ...run, channels });
    expect(findings.misdirected).toEqual([
      { channel: 1, number: 1 },
      { channel: 1, number: 2 },
    ]);
    expect(brokenPromises(findings)).toEqual(['cards in a wrong channel: 2']);
  });

  it('owes a channel with a filter only what passes it, and notices what passed though it must not', () => {
    const run = honestRun(2);
    const events = run.events.map((event) =>
      event.number === 2 ? { ...event, status: 'done' as const } : event,
    );
    const channels = run.channels.map((channel) =>
      channel.channel === 1 ? { ...channel, onlyStatus: 'open' as const } : channel,
    );
    const findings = judge({ ...run, events, channels });
    expect(findings).toMatchObject({ expected: 3, lost: [], misdirected: [{ channel: 1, number: 2 }] });
  });

  it('notices a node that ended by itself', () => {
    expect(brokenPromises(judge({ ...honestRun(1), crashes: 1 }))).toEqual([
      'nodes that ended by themselves: 1',
    ]);
  });

  it('measures how long channels stood still after a kill, and holds a node to half a minute', () => {
    const run = honestRun(3);
    const arrivals = run.arrivals.map((arrival) =>
      arrival.numbers.includes(2) ? { ...arrival, at: 35_000 } : arrival,
    );
    const findings = judge({ ...run, arrivals, disruptions: [{ kind: 'node', at: 2_020 }] });
    expect(findings.recoveries).toEqual([{ kind: 'node', at: 2_020, waitMs: 32_980 }]);
    expect(brokenPromises(findings)).toContain('seconds until a killed node was replaced: 33');
  });

  it('does not count the wait of a channel whose webhook misbehaves', () => {
    const run = honestRun(3);
    const channels = run.channels.map((channel) => ({ ...channel, calm: false }));
    const findings = judge({ ...run, channels, disruptions: [{ kind: 'node', at: 1_020 }] });
    expect(findings.recoveries).toMatchObject([{ waitMs: 0 }]);
  });
});
