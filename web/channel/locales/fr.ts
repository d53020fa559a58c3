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
  wish: {
    pause: {
      question: 'Mettre ce canal en pause pendant 1 heure ?',
      effect: 'Ce qui se passe entre-temps est gardé, et publié en une carte à la fin de la pause.',
      confirm: 'Mettre en pause 1 heure',
      done: 'En pause pendant 1 heure.',
    },
    mute: {
      question: (title) => `Ne plus publier « ${title} » dans ce canal ?`,
      effect:
        'Tous les autres types continuent comme avant. Les paramètres permettent de le choisir à nouveau.',
      confirm: 'Ne plus le publier',
      done: (title) => `« ${title} » n’est plus publié dans ce canal.`,
    },
    undo: 'Annuler',
    undone: 'Tout est de nouveau comme avant.',
    failed: 'Cela n’a pas fonctionné',
    obstacles: {
      'paused-already': 'Ce canal est déjà en pause.',
      'muted-already': 'Ce type n’est plus publié dans ce canal.',
      'only-kind': 'C’est le seul type que reçoit ce canal. Choisissez-en d’autres d’abord, ou supprimez-le.',
      broken: 'Rien ne peut être publié dans ce canal pour le moment : il n’y a rien à mettre en pause.',
      removed: 'Ceci a été supprimé : plus rien n’est publié dans ce canal.',
    },
  },
  gets: 'Ce canal reçoit',
  to: 'Publié vers',
  nowhere: 'Nulle part pour l’instant. Ouvrez les paramètres de cet onglet et enregistrez-les.',
  deliveries: 'Derniers événements',
  empty: 'Rien pour l’instant. Le prochain événement choisi apparaîtra ici.',
  more: 'Afficher les plus anciens',
  refreshed: (count) =>
    plural(count, {
      one: `Actualisé : ${count} événement affiché.`,
      other: `Actualisé : ${count} événements affichés.`,
    }),
  goneTitle: 'Rien n’est configuré pour cet onglet',
  gone: 'Cela a été supprimé ou appartient à une autre organisation. Ouvrez les paramètres de cet onglet pour tout recréer.',
  updated: (name) => `Dernière modification par ${name}`,
  tries: (count) =>
    plural(count, { one: `${count} tentative à ce jour`, other: `${count} tentatives à ce jour` }),
  outcomes: {
    waiting: { short: 'En attente', long: 'En attente de publication.' },
    retry: {
      short: 'Nouvel essai',
      long: 'Teams n’a pas pu le prendre. Une nouvelle tentative est prévue.',
    },
    stuck: {
      short: 'Retenu',
      long: 'L’adresse n’accepte plus rien. Il est gardé jusqu’à ce qu’il y en ait une nouvelle.',
    },
    posted: { short: 'Publié', long: 'Il est dans le canal.' },
    accepted: { short: 'Accepté', long: 'Teams l’a pris, mais ne dit pas s’il a été publié.' },
    sent: { short: 'Envoyé', long: 'Il a été envoyé. On ne sait pas ce que Teams en a fait.' },
    folded: { short: 'Résumé', long: 'Il fait partie d’une autre carte, avec d’autres.' },
    refused: { short: 'Refusé', long: 'Teams n’a pas accepté la carte.' },
    failed: {
      short: 'Échoué',
      long: 'Il n’a pas pu être publié, et aucune tentative ne suivra d’elle-même.',
    },
    dropped: { short: 'Écarté', long: 'Quelqu’un a choisi de ne pas le publier.' },
    expired: { short: 'Expiré', long: 'Il a attendu trop longtemps et ne sera plus publié.' },
  },
  reasons: {
    'destination-dead': 'L’adresse n’accepte plus rien. Il est gardé jusqu’à ce qu’il y en ait une nouvelle.',
    replayed: 'Quelqu’un l’a redemandé. Il est en attente de publication.',
    storm: 'Il fait partie d’un résumé, car beaucoup sont arrivés à la fois.',
    digest: 'Il fait partie du récapitulatif que ce canal a choisi.',
    'catch-up': 'Il fait partie de la carte qui résume une pause.',
    'attempts-used-up':
      'Toutes les tentatives ont échoué pendant environ un jour ; aucune ne suivra d’elle-même.',
    'configuration-removed': 'Il n’a pas été publié, car la connexion a été supprimée.',
    'dropped-on-resume': 'La personne qui a mis fin à la pause a choisi de ne pas publier ce qui attendait.',
  },
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
