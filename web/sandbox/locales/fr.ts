import { alone } from './alone-fr.ts';
import type { Words } from './en.ts';
import { languages } from './languages.ts';
import { playground } from './playground-fr.ts';
import { quirks } from './quirks-fr.ts';
import { webhooks } from './webhooks-fr.ts';

/** The sandbox's own words in French. */
export const fr: Words = {
  title: 'Bac à sable',
  subtitle: 'Une doublure locale de Microsoft Teams',
  loading: 'Ouverture du bac à sable…',
  loadFailed: 'Impossible d’ouvrir le bac à sable.',
  retry: 'Réessayer',
  close: 'Fermer',
  cancel: 'Annuler',
  serverSilent: 'Le serveur ne répond pas. Fonctionne-t-il encore ?',
  refused: (detail) => `Le serveur a refusé : ${detail}`,

  appearance: 'Apparence',
  theme: 'Thème',
  themes: {
    default: 'Clair',
    dark: 'Sombre',
    contrast: 'Contraste élevé',
    glass: 'Verre (annoncé aux pages)',
  },
  language: 'Langue',
  languages,
  person: 'Utilisateur',
  signOn: 'Authentification unique',
  signOns: {
    works: 'Fonctionne',
    asks: 'Demande d’abord un accord',
    missing: 'Absente, comme pour les connecteurs',
  },
  authorize: {
    title: 'Qui êtes-vous ?',
    body: 'La connexion du simulateur, à la place de celle de Microsoft. Aucun mot de passe n’est nécessaire.',
    stranger: (name) => `${name}, d’une autre organisation`,
    deny: 'Ne pas se connecter',
    deniedWords: 'La personne a refusé.',
    nothingAsked: 'Aucune application n’a demandé de connexion.',
  },
  protocolLog: 'Journal du protocole',

  views: 'Vues',
  teams: 'Équipes',
  channels: 'Canaux',
  unread: (posts) => (posts === 1 ? '1 nouvelle publication' : `${posts} nouvelles publications`),
  channelTabs: (channel) => `Onglets de ${channel}`,
  posts: 'Publications',
  addTab: 'Ajouter un onglet',
  tabMenu: (tab) => `Options de l’onglet ${tab}`,
  tabSettings: 'Paramètres',
  removeTab: 'Supprimer',
  moreOptions: 'Autres options',
  manageConnectors: 'Gérer les connecteurs',
  workflows: 'Flux de travail',

  hint: {
    title: 'Voyez-le fonctionner en trois étapes',
    connect:
      'En haut à droite, choisissez « Autres options », « Gérer les connecteurs », puis « Configurer ».',
    save: 'Cochez les événements que ce canal doit recevoir et enregistrez.',
    send: 'Envoyez un exemple d’événement depuis la barre ci-dessous. La carte arrive ici.',
    start: 'Gérer les connecteurs',
    dismiss: 'Compris',
  },

  noPosts: 'Rien n’a encore été publié ici.',
  noPostsHelp: 'Ajoutez un connecteur ou un onglet, puis envoyez un exemple d’événement.',
  postsLoading: 'Chargement des publications…',
  earlierPosts: 'Afficher les publications précédentes',
  notLive: 'Les nouvelles publications n’arrivent pas pour le moment. Nouvelle tentative…',
  from: { connector: 'Connecteur', workflow: 'Flux de travail' },
  through: (workflow) => `par « ${workflow} »`,
  cardSource: 'JSON',

  composer: 'Envoyer un événement',
  sample: 'Exemple d’événement',
  samples: {
    'task-created': 'Tâche créée',
    'task-updated': 'Tâche modifiée',
    'github-push': 'GitHub : envoi de commits',
    'github-pull-request-opened': 'GitHub : demande de tirage ouverte',
    'github-pull-request-merged': 'GitHub : demande de tirage fusionnée',
    'github-issue-opened': 'GitHub : ticket ouvert',
    'github-release-published': 'GitHub : version publiée',
    'github-workflow-failed': 'GitHub : échec du workflow',
    'github-workflow-succeeded': 'GitHub : réussite du workflow',
  },
  send: 'Envoyer',
  writeOwn: 'Rédiger le vôtre…',
  sending: 'Envoi…',
  sent: (channels) =>
    channels === 0
      ? 'Accepté. Aucun canal ne l’a demandé.'
      : `Accepté. Il va vers ${channels} ${channels === 1 ? 'canal' : 'canaux'}.`,
  ignored: (reason) => `Accepté, mais ignoré : ${reason}`,
  notSent: (status, detail) => `Refusé avec ${status}. ${detail}`,

  ownEvent: 'Rédiger votre événement',
  eventType: 'Type',
  eventTitle: 'Titre',
  eventText: 'Texte',
  eventUrl: 'Lien',
  optional: 'facultatif',

  connectors: (channel) => `Connecteurs de ${channel}`,
  connectorsHelp: 'Un connecteur publie dans ce canal ce qui se passe ailleurs.',
  configure: 'Configurer',
  configured: 'Configurés',
  manage: (name) => `Gérer ${name}`,
  manageShort: 'Gérer',
  noConnectors: 'Aucun n’est configuré dans ce canal.',
  savedBy: (name, when) => `${name}, ${when}`,

  configureConnector: (app, channel) => `${app} pour ${channel}`,
  configureTab: (app) => `Ajouter ${app} comme onglet`,
  changeTab: (tab) => `Paramètres de ${tab}`,
  removeTabTitle: (tab) => `Supprimer ${tab} ?`,
  removeTabPlain: 'L’onglet disparaît pour tous les membres de ce canal.',
  save: 'Enregistrer',
  saving: 'Enregistrement…',
  remove: 'Supprimer',
  removing: 'Suppression…',
  preparing: 'Préparation…',
  saveFailures: {
    noWords: 'La page indique qu’elle n’a pas pu enregistrer, sans dire pourquoi.',
    words: (reason) => `La page n’a pas pu enregistrer : ${reason}`,
    late: 'La page n’a pas répondu en 30 secondes. Teams abandonne ici. Vous pouvez enregistrer de nouveau.',
    noSettings:
      'La page indique une réussite sans avoir jamais appelé setSettings : il n’y a donc rien à ajouter.',
  },
  removeFailures: {
    late: 'La page n’a pas répondu en 15 secondes. Teams abandonne ici. Vous pouvez supprimer de nouveau.',
    lateTab:
      'La page n’a pas répondu en 30 secondes. L’onglet a quand même été supprimé, comme le fait Teams.',
    absent: 'Supprimé sans consulter la page : elle n’a pas démarré.',
    words: (reason) => `Supprimé quand même, comme le fait Teams. La page indique : ${reason}`,
    noWords: 'Supprimé quand même, comme le fait Teams. La page indique un échec.',
  },
  saved: (name) => `${name} : enregistré.`,
  removed: (name) => `${name} : supprimé.`,

  frameSilent: (origin) =>
    `La page n’a pas encore commencé à parler avec son hôte. ${origin} fonctionne-t-il, et la page appelle-t-elle initialize ?`,
  frameFailed: (reason) => `La page indique qu’elle n’a pas pu démarrer : ${reason}`,

  workflowsTitle: (channel) => `Flux de travail de ${channel}`,
  workflowsHelp:
    '« Envoyer des alertes de webhook à un canal » vous donne une adresse. Ce qui y publie une carte publie dans ce canal.',
  workflowName: 'Nom',
  workflowDefault: (channel) => `Envoyer des alertes de webhook à ${channel}`,
  addWorkflow: 'Ajouter un flux de travail',
  workflowUrl: (name) => `URL du webhook de ${name}`,
  copyUrl: (name) => `Copier l’URL du webhook de ${name}`,
  copied: 'Copié',
  copyFailed: 'La copie n’est pas permise ici. L’adresse est sélectionnée : copiez-la au clavier.',
  deleteWorkflow: (name) => `Supprimer ${name}`,
  noWorkflows: 'Ce canal n’en a pas encore.',

  webhooks,
  playground,
  quirks,
  alone,

  mailboxes: 'Courrier',

  gallery: {
    open: 'Cartes',
    title: 'Cartes',
    help: 'Toutes les cartes que fait Cardwire, telles que les reçoivent flux de travail et connecteurs.',
    back: 'Retour au bac à sable',
    loading: 'Les cartes se dessinent…',
    filter: 'Filtrer',
    found: (cards, all) => `${cards} cartes sur ${all}`,
    forms: { workflow: 'Adaptive Card', connector: 'MessageCard' },
    size: (bytes, budget) => `${bytes} octets sur ${budget}`,
  },

  log: {
    help: 'Chaque message entre l’hôte et la page, le plus récent en dernier.',
    empty: 'Ouvrez un connecteur ou un onglet pour voir ses messages.',
    clear: 'Effacer',
    pageToHost: 'De la page à l’hôte',
    hostToPage: 'De l’hôte à la page',
    kinds: { call: 'appel', answer: 'réponse', event: 'événement' },
    flags: {
      unknown: 'appel inconnu : sans réponse',
      foreign: 'page d’une autre origine : sans réponse',
      'no-handler': 'aucun gestionnaire enregistré : le SDK répond « réussite »',
      quirk: 'une bizarrerie',
      'held-back': 'une bizarrerie : caché à la page',
    },
  },
};
