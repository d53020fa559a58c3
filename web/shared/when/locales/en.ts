/** The words of when a channel is told. */
export const en = {
  title: 'When',
  change: 'Change when',
  done: 'Done',
  /** The sentence that says it. */
  immediately: 'Each event is posted at once.',
  hourly: 'Events are collected and posted as one card every full hour.',
  daily: (time: string) => `Events are collected and posted as one card every day at ${time}.`,
  weekly: (days: string, time: string) =>
    `Events are collected and posted as one card every ${days} at ${time}.`,
  quiet: (from: string, to: string) => `Nothing is posted from ${from} to ${to}: what comes then waits.`,
  zone: (zone: string) => `Times are those of ${zone}.`,
  next: (when: string) => `Next time: ${when}.`,
  unknown: 'The next time cannot be shown right now; saving works all the same.',
  /** The controls. */
  how: 'How events are posted',
  options: {
    immediately: 'At once',
    hourly: 'Every hour, as one card',
    daily: 'Every day, as one card',
    weekly: 'On some days of the week, as one card',
  },
  time: 'At',
  days: 'On',
  quietHours: 'Quiet hours',
  quietSwitch: 'Post nothing during quiet hours',
  from: 'From',
  to: 'To',
  urgent: 'Events that are marked as urgent do not wait.',
  timeZone: 'Time zone',
  there: (time: string) => `It is ${time} there.`,
  missing: {
    time: 'Choose a time.',
    days: 'Choose at least one day.',
    quiet: 'Choose two different times.',
  },
};

export type WhenWords = typeof en;
