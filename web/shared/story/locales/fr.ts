import type { StoryWords } from './en.ts';

const NB = '\u00a0';
const first = (ahead: unknown) =>
  typeof ahead === 'number' && ahead > 0
    ? ` ${ahead === 1 ? 'Un autre passe' : `${ahead} autres passent`} d’abord.`
    : '';
const verdicts: Record<string, string> = {
  posted: 'publié',
  accepted: 'accepté',
  try_again: 'pas maintenant, à réessayer',
  dead: 'l’adresse n’accepte plus rien',
  card_wrong: 'la carte est refusée',
};

const operators: Record<string, string> = {
  is: 'soit',
  'is not': 'ne soit pas',
  contains: 'contienne',
  'starts with': 'commence par',
  'one of': 'soit parmi',
  above: 'soit au-dessus de',
  below: 'soit en dessous de',
};

const yesNo = (value: boolean) => (value ? 'oui' : 'non');

/** The steps of an event's way in French. */
export const fr: StoryWords = {
  'event-unknown': () => 'Il n’est plus connu.',
  'event-accepted': () => 'Il est arrivé.',
  'configured-later': () => 'Le canal a été configuré plus tard.',
  'type-not-chosen': () => 'Le canal n’a pas choisi ce type.',
  'no-destination': () => 'Le canal n’a pas d’adresse où publier.',
  'filter-not-passed': ({ match, field, operator, value }) => {
    const shown = typeof value === 'boolean' ? yesNo(value) : `«${NB}${value}${NB}»`;
    const condition = `«${NB}${field}${NB}» ${operators[String(operator)] ?? operator} ${shown}`;
    if (match === 'none') return `Le filtre du canal ne veut pas que ${condition}.`;
    return match === 'any'
      ? `Le filtre du canal veut au moins une condition parmi plusieurs, comme ${condition}${NB}: aucune n’est remplie.`
      : `Le filtre du canal veut que ${condition}, ce qui n’est pas le cas.`;
  },
  'not-wanted-then': () => 'Le canal n’en voulait pas à son arrivée.',
  'settings-changed-since': () => 'Les paramètres du canal ont été modifiés depuis.',
  chosen: ({ urgent }) =>
    urgent === true ? `Le canal le veut, en premier et seul${NB}: il est urgent.` : 'Le canal le veut.',
  attempt: ({ verdict, words, status, carried }) => {
    const what = carried === 1 ? 'Essayé' : `Essayé avec ${carried} événements sur une carte`;
    if (status === undefined) return `${what}${NB}: aucune réponse.`;
    return `${what}${NB}: réponse ${status}, ${verdicts[String(verdict)] ?? verdict}. Réponse de Teams${NB}: «${NB}${words}${NB}»`;
  },
  replayed: () => 'Quelqu’un a demandé de le publier à nouveau.',
  'waiting-paused': ({ until }, moment) =>
    until === undefined
      ? `Il attend${NB}: le canal est en pause.`
      : `Il attend${NB}: le canal est en pause jusqu’au ${moment(until)}.`,
  'waiting-broken': () => `Il attend${NB}: il faut une nouvelle adresse au canal.`,
  'waiting-no-destination': () => `Il attend${NB}: le canal n’a pas encore d’adresse.`,
  'waiting-retry': ({ until, ahead }, moment) =>
    `Il attend la prochaine tentative, le ${moment(until)}.${first(ahead)}`,
  'waiting-catch-up': () => 'Il attend la carte qui résume la pause.',
  'waiting-schedule': ({ until }, moment) => `Il attend le résumé, le ${moment(until)}.`,
  'waiting-quiet-hours': ({ until }, moment) => `Il attend la fin des heures calmes, le ${moment(until)}.`,
  'waiting-storm': ({ until }, moment) =>
    `Il y en a plus que le canal ne peut en prendre un par un${NB}: il attend un résumé, le ${moment(until)}.`,
  'waiting-pace': ({ ahead }) => `Il attend son tour.${first(ahead)}`,
  posted: () => 'Teams dit qu’il est dans le canal.',
  accepted: () => 'Teams l’a pris, mais ne dit pas s’il a été publié.',
  folded: ({ carried }) =>
    carried === undefined
      ? 'Il fait partie d’un résumé.'
      : `Il fait partie d’un résumé de ${carried} événements.`,
  'card-wrong': () => 'Teams a refusé sa carte.',
  'attempts-used-up': () => 'Il a été essayé sans succès pendant environ un jour.',
  'dropped-on-resume': () => 'La personne qui a mis fin à la pause a choisi de ne pas le publier.',
  'configuration-removed': () => 'Ce que reçoit ce canal a été supprimé.',
  'too-old': () => 'Il a attendu trop longtemps.',
};
