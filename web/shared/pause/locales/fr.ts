import type { PauseWords } from './en.ts';

const NB = '\u00a0';

/** The words of pausing and resuming, in French. */
export const fr: PauseWords = {
  pauseTitle: 'Mettre ce canal en pause',
  effect: 'Rien n’est publié entre-temps. Ce qui se passe est gardé.',
  howLong: `Pour combien de temps${NB}?`,
  ends: {
    hour: 'Pour 1 heure',
    hours: 'Pour 4 heures',
    tomorrow: (moment) => `Jusqu’à demain, ${moment}`,
    week: (moment) => `Jusqu’à lundi prochain, ${moment}`,
    moment: 'Jusqu’à un moment de mon choix',
    open: 'Jusqu’à ce que quelqu’un reprenne',
  },
  moment: 'Jour et heure',
  momentMissing: 'Choisissez un jour et une heure.',
  momentOver: 'Ce moment est passé.',
  momentFar: 'Choisissez un moment dans l’année qui vient.',
  afterwards: `Et ensuite, que devient ce qui attendait${NB}?`,
  modes: {
    catch_up: { title: 'Une carte le résume', hint: 'Personne n’a à tout parcourir.' },
    replay: { title: 'Tout est publié, dans l’ordre', hint: 'Une carte pour chaque événement.' },
    drop: { title: 'Rien n’en est publié', hint: 'Impossible ensuite de tout retrouver d’un coup.' },
  },
  pause: 'Mettre en pause',
  resumeTitle: 'Reprendre ce canal',
  nothingWaits: 'Rien n’attend. Tout est de nouveau publié dès maintenant.',
  resume: 'Reprendre',
  resumeDots: 'Reprendre…',
  changePause: 'Modifier la pause…',
  resumeAndDrop: 'Reprendre et tout écarter',
  pausedTitle: `En pause${NB}: rien n’est publié pour le moment`,
  until: (moment) => `Cela reprend tout seul${NB}: ${moment}.`,
  untilResumed: 'Cela reprend quand quelqu’un le demande.',
  over: 'La pause est finie. Ce qui arrive est de nouveau publié.',
  afterPause: {
    catch_up: 'Une carte résumera alors ce qui attendait.',
    replay: 'Ce qui attendait sera alors publié dans l’ordre.',
    drop: 'Ce qui attendait sera alors écarté.',
  },
  paused: 'En pause.',
  resumed: 'Repris.',
  cancel: 'Annuler',
  failed: 'Cela n’a pas fonctionné',
};
