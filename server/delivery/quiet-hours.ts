import { Temporal } from 'temporal-polyfill';
import type { QuietHours } from './schedule.ts';

/**
 * The end of the quiet hours that hold this moment; the moment itself when none do. It is quiet while the
 * clocks of the moment's time zone show a time from `from` to before `to`, also when they show it twice.
 */
export function endOfQuiet(quietHours: QuietHours, moment: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const from = Temporal.PlainTime.from(quietHours.from);
  const to = Temporal.PlainTime.from(quietHours.to);
  let now = moment;
  while (isBetween(now.toPlainTime(), from, to)) {
    const end = now.add(untilClock(now, to));
    // Clocks that are moved meanwhile may end the quiet hours early, or show another time at `end`.
    now = end.offset === now.offset ? end : (now.getTimeZoneTransition('next') ?? end);
  }
  return now;
}

function isBetween(clock: Temporal.PlainTime, from: Temporal.PlainTime, to: Temporal.PlainTime): boolean {
  const begun = Temporal.PlainTime.compare(from, clock) <= 0;
  const over = Temporal.PlainTime.compare(to, clock) <= 0;
  return Temporal.PlainTime.compare(from, to) <= 0 ? begun && !over : begun || !over;
}

/** How long until clocks that nobody moves show this time. */
function untilClock(now: Temporal.ZonedDateTime, time: Temporal.PlainTime): Temporal.Duration {
  const wait = now.toPlainTime().until(time);
  return wait.sign > 0 ? wait : wait.add({ hours: 24 });
}
