/** The words of pausing and resuming, in English. */
export const en = {
  pauseTitle: 'Pause this channel',
  effect: 'Nothing is posted meanwhile. What happens is kept.',
  howLong: 'For how long?',
  ends: {
    hour: 'For 1 hour',
    hours: 'For 4 hours',
    tomorrow: (moment: string) => `Until tomorrow, ${moment}`,
    week: (moment: string) => `Until next Monday, ${moment}`,
    moment: 'Until a moment of my choice',
    open: 'Until somebody resumes it',
  },
  moment: 'Day and time',
  momentMissing: 'Choose a day and a time.',
  momentOver: 'This moment is over.',
  momentFar: 'Choose a moment within the next year.',
  afterwards: 'And then, what becomes of what waited?',
  modes: {
    catch_up: { title: 'One card sums it up', hint: 'Nobody has to scroll through it.' },
    replay: { title: 'All of it is posted, in order', hint: 'One card for each event.' },
    drop: { title: 'None of it is posted', hint: 'It cannot be brought back all at once.' },
  },
  pause: 'Pause',
  resumeTitle: 'Resume this channel',
  nothingWaits: 'Nothing waits. From now on, everything is posted again.',
  resume: 'Resume',
  resumeAndDrop: 'Resume and drop it',
  pausedTitle: 'Paused: nothing is posted at the moment',
  until: (moment: string) => `It goes on by itself: ${moment}.`,
  untilResumed: 'It goes on when somebody resumes it.',
  over: 'The pause is over. What comes is posted again.',
  afterPause: {
    catch_up: 'Then one card sums up what waited.',
    replay: 'Then what waited is posted in order.',
    drop: 'Then what waited is dropped.',
  },
  paused: 'Paused.',
  resumed: 'Resumed.',
  cancel: 'Cancel',
  failed: 'That did not work',
};

export type PauseWords = typeof en;
