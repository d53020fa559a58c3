import { pluralOf } from '../../shared/plural.ts';
import type { ConnectWords } from './en.ts';

const plural = pluralOf('fr');
const NB = '\u00a0';

/** The words of Connect to Office 365 in French. */
export const fr: ConnectWords = {
  title: 'Connexion à Office 365',
  landing: {
    heading: (connector) => `Recevez ${connector} dans Outlook`,
    how: [
      'Choisissez ce dont vous voulez être informé.',
      'Appuyez sur le bouton. Microsoft vous demande quel groupe, ou votre propre boîte de réception, et si vous êtes d’accord.',
      'Une première carte y arrive. Vous pouvez la modifier, la suspendre ou la retirer à tout moment.',
    ],
    howTitle: 'Comment ça marche',
    button: 'Se connecter à Office 365',
    leaving: 'Passage chez Microsoft…',
    chosen: (count) =>
      plural(count, {
        one: `${count} type d’événement choisi`,
        other: `${count} types d’événements choisis`,
      }),
    none: 'Choisissez au moins un événement.',
    existing: 'Voir ce que vous avez connecté',
    failed: 'Impossible de passer chez Microsoft',
  },
  off: {
    title: 'La connexion à Office 365 n’est pas configurée ici',
    body: 'Les personnes qui gèrent ce serveur ne l’ont pas enregistré auprès de Microsoft. Dans Teams, vous pouvez toujours ajouter le connecteur à un canal.',
    operator: `Si c’est vous qui le gérez${NB}: définissez CONNECTOR_ID, comme l’explique docs/connect.md.`,
  },
  done: {
    heading: 'Ce que vous avez connecté',
    inThisBrowser:
      'Depuis ce navigateur, vous pouvez le modifier, le suspendre et le retirer. Depuis un autre, identifiez-vous avec votre compte.',
    nothing: 'Rien n’est connecté dans ce navigateur.',
    another: 'Connecter un autre groupe ou une autre boîte de réception',
    first: 'Connecter un groupe ou une boîte de réception',
    again: 'Réessayer',
    signIn: `Vous avez connecté quelque chose dans un autre navigateur, ou il y a longtemps${NB}?`,
    signedIn: (count) =>
      plural(count, {
        one: `Compte reconnu. Vous avez connecté ${count} destination en tout.`,
        other: `Compte reconnu. Vous avez connecté ${count} destinations en tout.`,
      }),
  },
  places: {
    inbox: 'Votre boîte de réception',
    group: (name) => (name === undefined ? 'Un groupe dans Outlook' : `Le groupe «${NB}${name}${NB}»`),
    team: (name) => (name === undefined ? 'Une équipe' : `L’équipe «${NB}${name}${NB}»`),
  },
  proof: {
    under: (place) => `Envoi d’une première carte${NB}: ${place}…`,
    goodTitle: (place) => `Connecté${NB}: ${place}`,
    good: 'Microsoft indique que la première carte est publiée. Elle peut mettre une minute à apparaître.',
    badTitle: (place) => `Pas encore connecté${NB}: ${place}`,
    said: (words) => `Les mots de Microsoft${NB}: «${NB}${words}${NB}».`,
    answered: (status) => `Le serveur de Microsoft a répondu ${status}.`,
    silent: 'Le serveur de Microsoft n’a pas répondu.',
    dead: 'Il n’accepte plus de cartes pour cette destination. Connectez-la de nouveau.',
    later: 'Rien n’est perdu. Attendez une minute et renvoyez la carte.',
    unreached: 'Impossible d’envoyer la carte',
    again: 'Renvoyer la carte',
    anew: 'Connecter de nouveau',
  },
  outcomes: {
    denied: {
      title: 'Vous n’avez pas donné l’autorisation',
      body: 'Rien n’a donc été connecté. Si c’était une erreur, réessayez et appuyez sur Autoriser.',
    },
    failed: {
      title: 'Microsoft n’a pas pu établir la connexion',
      body: 'Rien n’a été connecté. Réessayez. Si cela persiste, votre administrateur a peut-être désactivé les connecteurs.',
    },
    unreadable: {
      title: 'La réponse de Microsoft est illisible',
      body: 'Rien n’a été connecté. Réessayez. Si cela persiste, prévenez les personnes qui gèrent ce connecteur.',
    },
    unknown: {
      title: 'Cela n’a pas commencé ici',
      body: 'Rien n’a été connecté. Commencez sur cette page, pour que personne ne connecte quoi que ce soit à votre place.',
    },
    foreign: {
      title: 'Cela a commencé dans un autre navigateur',
      body: 'Rien n’a été connecté. Commencez et terminez dans le même navigateur, avec les cookies autorisés et hors navigation privée.',
    },
    used: {
      title: 'Cela a déjà servi',
      body: 'Chaque passage chez Microsoft ne compte qu’une fois. Ce qu’il a connecté figure ci-dessous. Pour une autre destination, recommencez.',
    },
    expired: {
      title: 'Cela a pris plus de dix minutes',
      body: 'Par sécurité, rien n’a été connecté. Recommencez, le choix est vite fait.',
    },
    'address-refused': {
      title: 'Ce qui est revenu n’est pas une adresse d’Office 365',
      body: 'Rien n’a été connecté. Réessayez. Si cela persiste, prévenez les personnes qui gèrent ce connecteur.',
    },
    'tenant-not-allowed': {
      title: 'Votre organisation ne peut pas utiliser ce connecteur',
      body: 'Rien n’a été connecté. Demandez aux personnes qui le gèrent d’autoriser votre organisation.',
    },
    'server-failed': {
      title: 'Ce serveur a eu un problème',
      body: 'Rien n’a été connecté. Réessayez dans une minute.',
    },
  },
  connection: {
    to: 'Arrive dans',
    gets: 'Reçoit',
    edit: 'Modifier',
    pause: 'Suspendre',
    resume: 'Reprendre',
    test: 'Envoyer une carte de test',
    remove: 'Retirer',
    named: (action, name) => `${action}${NB}: ${name}`,
    removeQuestion: `Plus aucune carte n’arrivera. Retirer${NB}?`,
    keep: 'Garder',
    removed: (name) => `«${NB}${name}${NB}» est retiré.`,
    undo: 'Annuler le retrait',
    restored: 'Tout est revenu comme avant.',
    paused: 'Suspendu. Ce qui se passe entre-temps est gardé, et arrive en une seule carte à la reprise.',
    resumed: 'Repris.',
    tested: 'Microsoft indique que la carte de test est publiée.',
    notTested: 'La carte de test n’est pas arrivée.',
    name: 'Nom',
    save: 'Enregistrer',
    cancel: 'Annuler',
    saved: 'Enregistré.',
    changedMeanwhile:
      'Quelqu’un d’autre l’a modifié entre-temps. Voici la version la plus récente. Refaites votre modification.',
    failed: 'Cela n’a pas fonctionné',
    broken: 'Microsoft n’accepte plus de cartes pour cette destination',
    history: 'Tous les événements de cette connexion',
  },
};
