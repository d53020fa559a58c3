import { pluralOf } from '../../shared/plural.ts';
import type { ChannelWords } from './en.ts';

const plural = pluralOf('fr');
const NB = '\u00a0';

const waits: ChannelWords['waits'] = {
  paused: (until) =>
    until === undefined
      ? 'Il attend que quelqu’un reprenne ce canal.'
      : `Il attend la fin de la pause${NB}: ${until}.`,
  broken: () => 'L’adresse n’accepte plus rien. Il est gardé jusqu’à ce qu’il y en ait une nouvelle.',
  'no-destination': () => 'Ce canal n’a pas encore d’adresse.',
  retry: (until) => `La dernière tentative a échoué. Prochaine tentative${NB}: ${until}.`,
  'catch-up': () => 'Il paraîtra sur la carte qui résume la pause.',
  schedule: (until) => `Il est gardé pour le récapitulatif${NB}: ${until}.`,
  'quiet-hours': (until) => `Il est gardé pour la fin des heures calmes${NB}: ${until}.`,
  storm: (until) => `Tant d’événements sont arrivés à la fois qu’il paraîtra dans un résumé${NB}: ${until}.`,
  pace: () => 'Il va être publié. Teams ne prend qu’un certain nombre de cartes à la fois.',
};

const did: Record<string, string> = {
  created: 'a tout configuré',
  changed: 'a modifié les paramètres',
  pointed: 'a indiqué une autre adresse',
  paused: 'a mis en pause',
  resumed: 'a repris',
  removed: 'a supprimé',
  restored: 'a annulé la suppression',
};

const settings: Record<string, string> = {
  name: 'nom',
  eventTypes: 'événements',
  filter: 'filtre',
  schedule: 'horaire',
  quietHours: 'heures calmes',
  timeZone: 'fuseau horaire',
  language: 'langue',
};

/** The words of the channel's page alone, in French. */
export const fr: ChannelWords = {
  live: {
    on: 'En direct',
    onHint: 'Ce qui se passe apparaît ici tout seul.',
    connecting: 'Connexion…',
    offline: 'Hors ligne',
    lost: 'Pas en direct',
    lostHint: 'La connexion au serveur est perdue et sera retentée. Ce qui est affiché peut être ancien.',
    full: 'Trop de pages suivent déjà. Actualisez à la main.',
    news: (count) =>
      plural(count, { one: `${count} nouvel événement.`, other: `${count} nouveaux événements.` }),
  },
  waits,
  carried: (count) => `Il est sur une carte avec ${count} événements.`,
  waiting: (count) =>
    plural(count, {
      one: `${count} événement attend.`,
      other: count >= 1_000 ? 'Au moins 1\u202f000 événements attendent.' : `${count} événements attendent.`,
    }),
  row: {
    story: 'Ce qui s’est passé',
    whole: 'Voir l’événement entier',
    replay: 'Publier à nouveau',
    replayed: 'Il attend d’être publié à nouveau.',
  },
  actions: {
    label: 'Ce que vous pouvez faire',
    pause: 'Mettre en pause…',
    edit: 'Modifier les paramètres',
    remove: 'Supprimer…',
    cancel: 'Annuler',
    failed: 'Cela n’a pas fonctionné',
  },
  broken: {
    title: 'Rien ne peut être publié pour le moment',
    body: 'Ce qui arrive est gardé, et sera publié dès qu’il y aura une nouvelle adresse.',
    since: (moment) => `Depuis le ${moment}.`,
  },
  remove: {
    title: (name) => `Supprimer «${NB}${name}${NB}»${NB}?`,
    tab: 'L’onglet reste et montre ce qui a été. Supprimez-le dans Teams si personne n’en a plus besoin.',
    confirm: 'Supprimer',
  },
  removed: {
    title: 'Ceci a été supprimé',
    by: (name, moment) => `Supprimé par ${name}${NB}: ${moment}.`,
    until: (moment) =>
      `La suppression peut être annulée jusqu’au ${moment}. Ce qui attendait sera alors publié${NB}; ce qui s’est passé depuis ne le sera pas.`,
    workflow: 'Les cartes reviennent si le flux de travail existe encore.',
    connector: `Un connecteur supprimé dans Teams ne prend plus de cartes${NB}: il faudra alors une nouvelle adresse.`,
    undo: 'Annuler la suppression',
    undone: 'La suppression a été annulée.',
  },
  changes: {
    title: 'Qui a modifié quoi',
    entry: (name, kind, changed) =>
      `${name} ${did[kind] ?? 'a modifié'}${changed.length === 0 ? '' : ` (${changed.map((one) => settings[one] ?? one).join(', ')})`}`,
    none: 'Rien n’a été modifié depuis que cela est noté.',
  },
  why: {
    title: `Pourquoi n’ai-je pas reçu ceci${NB}?`,
    hint: 'Collez un lien vers ce qui vous manque, ou le lien d’une carte d’un autre canal.',
    label: 'Lien',
    look: 'Chercher',
    recent: 'Choisir parmi les derniers événements',
    looking: 'Recherche…',
    found: (count) =>
      plural(count, { one: `${count} événement trouvé.`, other: `${count} événements trouvés.` }),
    nothing:
      'Aucun événement avec ce lien n’est arrivé ici. Son expéditeur ne l’a pas envoyé, ou il est trop ancien pour avoir été gardé.',
    nothingSince: (moment) =>
      `Aucun événement avec ce lien n’est arrivé depuis le ${moment}. Ce qui est arrivé avant n’a pas été cherché.`,
    none: 'Aucun événement n’est encore arrivé.',
    choose: 'Choisissez un événement pour voir ce qu’il est devenu ici.',
    notMeant: 'Pas pour ce canal',
    storyOf: (title) => `Ce qu’est devenu «${NB}${title}${NB}»`,
    back: 'En choisir un autre',
  },
};
