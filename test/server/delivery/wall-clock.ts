/** What clocks show at a moment, asked of Intl, which the schedule does not ask. */
export interface WallClock {
  /** `2026-03-29` */
  date: string;
  /** `02:30` */
  time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

export function wallClock(timeZone: string, moment: Date): WallClock {
  const [date = '', time = ''] = formatFor(timeZone).format(moment).split(' ');
  return { date, time };
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  // Swedish writes "2026-03-29 02:30".
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}
