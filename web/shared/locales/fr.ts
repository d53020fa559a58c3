import { pluralOf } from '../plural.ts';
import type { Words } from './en.ts';

const plural = pluralOf('fr');

/** What to do about most refused addresses. */
const COPY_AGAIN = 'Copiez l’adresse entière depuis le flux de travail et collez-la à nouveau.';

export const fr: Words = {
  problems: {
    'not-signed-in': { what: 'Vous n’êtes pas connecté.', todo: 'Connectez-vous, puis réessayez.' },
    'tenant-not-allowed': {
      what: 'Votre organisation ne peut pas utiliser ce connecteur.',
      todo: 'Demandez à ses responsables d’autoriser votre organisation.',
    },
    'webhook-url-refused': {
      what: 'Ce n’est pas l’adresse d’un flux de travail de Teams.',
      todo: 'Copiez l’adresse entière depuis le flux de travail et collez-la à nouveau.',
    },
    'unknown-event-type': {
      what: 'L’un des événements choisis n’est plus proposé.',
      todo: 'Rouvrez cette page et choisissez à nouveau.',
    },
    'configuration-not-found': { what: 'Ceci n’existe plus : quelqu’un l’a supprimé.' },
    'event-not-found': { what: 'Cet événement n’est plus conservé, ou n’est pas pour ce canal.' },
    'configuration-removed': { what: 'Ceci n’existe plus : quelqu’un l’a supprimé.' },
    'configuration-changed': {
      what: 'Quelqu’un d’autre a modifié ceci entre-temps.',
      todo: 'Regardez-le de nouveau, puis réessayez.',
    },
    'invalid-request': {
      what: 'Le serveur n’a pas accepté la saisie.',
      todo: 'Modifiez-la, puis réessayez.',
    },
    'connect-off': {
      what: 'Les groupes et les boîtes de réception ne peuvent pas être connectés ici.',
      todo: 'Demandez aux responsables de ce connecteur de le configurer.',
    },
    'configuration-broken': {
      what: 'Rien ne peut être publié pour le moment : l’adresse ne fonctionne plus.',
      todo: 'Donnez-lui une nouvelle adresse.',
    },
    'destination-missing': {
      what: 'Il n’y a pas encore d’adresse où publier.',
      todo: 'Enregistrez d’abord, puis réessayez.',
    },
    'test-too-soon': {
      what: 'Plusieurs cartes de test sont parties dans la dernière minute.',
      todo: 'Attendez un instant, puis réessayez.',
    },
    'too-many-requests': {
      what: 'Le serveur a reçu trop de demandes dans la dernière minute.',
      todo: 'Attendez une minute, puis réessayez.',
    },
    'body-too-large': { what: 'La saisie est trop longue.', todo: 'Raccourcissez-la, puis réessayez.' },
    internal: { what: 'Une erreur s’est produite sur le serveur.' },
    unavailable: { what: 'Le serveur ne peut pas répondre pour le moment.' },
    unreachable: {
      what: 'Le serveur est injoignable.',
      todo: 'Vérifiez votre connexion, puis réessayez.',
    },
    late: { what: 'Le serveur a mis trop de temps à répondre.' },
    unreadable: { what: 'La réponse reçue ne vient pas du serveur de ce connecteur.' },
  },
  refusals: {
    'too-long': { what: 'L’adresse est trop longue.', todo: COPY_AGAIN },
    'odd-characters': {
      what: 'L’adresse contient une espace, un saut de ligne ou un autre caractère impossible.',
      todo: COPY_AGAIN,
    },
    'not-https': { what: 'L’adresse doit commencer par https://.', todo: COPY_AGAIN },
    'not-an-address': { what: 'Ceci ne peut pas être lu comme une adresse.', todo: COPY_AGAIN },
    credentials: { what: 'L’adresse contient un nom d’utilisateur ou un mot de passe.', todo: COPY_AGAIN },
    port: { what: 'L’adresse contient un port, ce que Teams ne fait jamais.', todo: COPY_AGAIN },
    'ip-address': { what: 'L’adresse contient un nombre à la place d’un nom.', todo: COPY_AGAIN },
    'teams-link': {
      what: 'C’est un lien vers un endroit de Teams, qui ne peut pas recevoir de cartes.',
      todo: COPY_AGAIN,
    },
    'sharepoint-link': {
      what: 'C’est un lien vers SharePoint, qui ne peut pas recevoir de cartes.',
      todo: COPY_AGAIN,
    },
    'flow-page': {
      what: 'C’est la page où l’on modifie le flux de travail, pas son adresse.',
      todo: COPY_AGAIN,
    },
    'wrong-host': {
      what: 'Ce n’est pas une adresse de Teams.',
      todo: 'Demandez aux responsables de ce connecteur de l’autoriser, si Teams vous a donné cette adresse.',
    },
    'wrong-path': { what: 'L’adresse n’est pas complète.', todo: COPY_AGAIN },
    'signature-missing': { what: 'La fin de l’adresse manque ou est coupée.', todo: COPY_AGAIN },
  },
  host: {
    noAnswer: 'Teams n’a pas répondu à temps.',
    notSupported: 'Teams ne peut pas enregistrer de paramètres à cet endroit.',
    openInChannel: 'Ouvrez cette page depuis un canal : comme connecteur ou comme onglet.',
    refused: (reason) => (reason === '' ? 'Teams a refusé.' : `Teams a refusé : « ${reason} ».`),
    noAddress: 'Teams n’a donné aucune adresse où publier.',
  },
  common: {
    tryAgain: 'Réessayer',
    tryAgainSentence: 'Réessayez.',
    refresh: 'Actualiser',
    loading: 'Chargement…',
    lateTitle: 'Teams n’a pas encore répondu',
    late: 'Cette page attend toujours Teams. Si rien ne se passe, rechargez-la.',
    loadAgain: 'Recharger',
    failedTitle: 'Chargement impossible',
    nothingLost: 'Rien n’a été modifié.',
    offlineTitle: 'Vous êtes hors connexion',
    offline: 'Dès que la connexion sera rétablie, cette page continuera d’elle-même.',
    offlineHere:
      'Ce que vous voyez et ce que vous avez saisi reste ici. Pour l’enregistrer, il faut une connexion.',
    crashedTitle: 'Cette page a cessé de fonctionner',
    crashed: 'C’est une erreur de la page. Rechargez-la ; ce qui a été enregistré est intact.',
  },
  outside: {
    title: 'Cette page s’ouvre dans Microsoft Teams',
    body: 'Elle y apparaît quand quelqu’un ajoute le connecteur à un canal, comme connecteur ou comme onglet.',
    howTitle: 'Pour l’utiliser',
    how: [
      'Ouvrez un canal dans Teams.',
      'Appuyez sur + à côté des onglets du canal, ou sur ⋯ puis Gérer le canal.',
      'Choisissez ce connecteur, dites ce que le canal doit recevoir et appuyez sur Enregistrer.',
    ],
    sandbox: 'Un simulateur de Teams fonctionne sur ce serveur. Vous pouvez tout y essayer.',
    openSandbox: 'Ouvrir le simulateur',
  },
  choices: {
    search: 'Chercher un événement',
    found: (count, search) =>
      count === 0
        ? `Aucun événement ne correspond à « ${search} ».`
        : plural(count, { one: 'Un événement trouvé', other: `${count} événements trouvés` }),
    eventsOf: (group) => `Afficher les événements de ${group}`,
    came: (count, shown) => (count === 0 ? 'Aucun ces 7 derniers jours' : `${shown} ces 7 derniers jours`),
  },
  states: { active: 'Actif', paused: 'En pause', broken: 'Publication impossible', removed: 'Supprimé' },
  config: {
    title: 'Configurer',
    headingNew: (channel) =>
      channel === undefined ? 'Que doit recevoir ce canal ?' : `Que doit recevoir « ${channel} » ?`,
    headingEdit: 'Modifier ce que reçoit ce canal',
    name: 'Nom',
    nameHintConnector: 'Affiché dans la liste des connecteurs du canal.',
    nameHintTab: 'Affiché sur l’onglet.',
    nameMissing: 'Donnez-lui un nom.',
    nameTooLong: (limit) => `Utilisez au plus ${limit} caractères.`,
    events: 'Événements',
    chosen: (chosen, all) =>
      plural(chosen, { one: `${chosen} choisi sur ${all}`, other: `${chosen} choisis sur ${all}` }),
    eventsMissing: 'Choisissez au moins un événement.',
    noLongerOffered: (count) =>
      plural(count, {
        one: 'Un événement choisi ici n’est plus proposé. Il disparaîtra à l’enregistrement.',
        other: `${count} événements choisis ici ne sont plus proposés. Ils disparaîtront à l’enregistrement.`,
      }),
    address: 'Adresse du flux de travail',
    addressHint: 'Quiconque possède cette adresse peut publier dans le canal ; elle est donc chiffrée.',
    addressReplaceHint:
      'Laissez vide pour continuer à y publier. Collez une nouvelle adresse pour la remplacer.',
    postsTo: 'Publie vers',
    checking: 'Vérification de l’adresse…',
    recognised: { workflow: 'Un flux de travail de Teams', connector: 'Un connecteur Office 365' },
    recognisedAs: (kind, label) => `${kind}\u00a0: ${label}`,
    connectorRetired:
      'Microsoft a arrêté les connecteurs de Teams en mai 2026. Si rien n’arrive, utilisez l’adresse d’un flux de travail.',
    retired: {
      title: (day) => `Microsoft a arrêté les connecteurs de Teams le ${day}`,
      tab: 'Les cartes envoyées à cette adresse risquent de ne plus arriver. Créez un flux de travail et collez son adresse ici : les choix, ce qui a été publié et ce qui attend restent.',
      connector:
        'Les cartes envoyées par ce connecteur risquent de ne plus arriver. Pour continuer, utilisez cette application comme onglet, avec un flux de travail :',
      steps: [
        'Dans Teams, appuyez sur + à côté des onglets du canal et choisissez cette application.',
        'Créez un flux de travail comme indiqué, collez son adresse, choisissez ce que le canal doit recevoir, puis enregistrez.',
        'Supprimez ce connecteur.',
      ],
    },
    checkAgain: 'Vérifier à nouveau',
    stepsTitle: 'Comment obtenir l’adresse',
    steps: [
      'Dans Teams, ouvrez le menu ⋯ du canal et choisissez Flux de travail.',
      'Choisissez « Envoyer des alertes de webhook à un canal » et confirmez chaque étape.',
      'Copiez l’adresse affichée à la fin et collez-la ci-dessus.',
    ],
    partMissing:
      'Une partie de cette page n’a pas pu être chargée. Ce qui y est enregistré reste tel quel, et vous pouvez enregistrer.',
    ready: 'Tout est prêt. Appuyez sur Enregistrer ci-dessous.',
    missing: {
      changes: 'un choix entre vos modifications et les autres',
      name: 'un nom',
      events: 'au moins un événement',
      filter: 'le reste de chaque condition',
      when: 'le moment de publier',
      address: 'l’adresse du flux de travail',
    },
    toSave: (missing) => `Avant d’enregistrer, il faut : ${missing}.`,
    saving: 'Enregistrement…',
    saved: 'Enregistré.',
    notReady: 'La page se charge encore. Appuyez à nouveau sur Enregistrer dans un instant.',
    lost: {
      title: 'Le serveur ne connaît pas ce dont Teams se souvient ici',
      body: 'Cela a été supprimé ou appartient à une autre organisation. Choisissez ce que le canal doit recevoir et enregistrez : tout sera recréé.',
    },
    moved: 'Teams a donné une nouvelle adresse à ce canal. Les événements y arrivent désormais.',
    notMoved:
      'Teams a donné une nouvelle adresse à ce canal. Appuyez sur Enregistrer pour que les événements y arrivent.',
    brokenTitle: 'Rien ne peut être publié pour le moment',
    brokenConnector:
      'Appuyez sur Enregistrer pour reprendre l’adresse que Teams donne maintenant. Ce qui attend sera alors publié.',
    brokenTab: 'Collez une nouvelle adresse et enregistrez. Ce qui attend sera alors publié.',
    saveFailed: 'Non enregistré',
    tookTooLong: 'L’enregistrement a pris trop de temps.',
    unchangedNew: 'Rien n’a été créé.',
    unchangedEdit: 'Tout est resté comme avant.',
    uncertain: 'Il n’est pas certain de ce que le serveur a enregistré.',
    pressSave: 'Appuyez à nouveau sur Enregistrer.',
    ownSave: 'Enregistrer',
    ownBack: 'Retour au canal',
    pressSaveAnew: 'Appuyez sur Enregistrer pour tout recréer.',
    changedByOthers: (name) =>
      `${name} a modifié ceci entre-temps. Rien n’a été écrasé : regardez les modifications sur la page, puis appuyez de nouveau sur Enregistrer.`,
  },
  remove: {
    title: 'Supprimer',
    heading: (name) => `Supprimer « ${name} » ?`,
    headingUnknown: 'Supprimer cet onglet ?',
    whatItEnds: 'Ce que Supprimer arrête',
    nothing: 'Plus rien n’est configuré pour cet onglet. Supprimer n’enlève que l’onglet.',
    unread: 'Impossible de lire ce qui est configuré pour le moment. Vous pouvez le supprimer malgré tout.',
    removing: 'Suppression…',
    removed: 'Supprimé.',
    failed:
      'Impossible de prévenir le serveur. Des événements peuvent encore être publiés : supprimez le flux de travail dans Teams, ou prévenez les responsables de ce connecteur.',
  },
  event: { title: 'Événement' },
  channel: {
    title: 'Événements de ce canal',
    destinationSays: (words) => `Réponse de Teams : ${words}`,
    noAnswers: {
      'address-refused': 'Son hôte a une adresse privée, vers laquelle rien n’est publié.',
      'connection-refused': 'L’hôte a refusé la connexion.',
      closed: 'La connexion a été fermée sans réponse.',
      'name-not-found': 'Le nom de l’hôte est introuvable.',
      'not-reached': 'L’hôte est injoignable.',
      stopped: 'Le serveur s’est arrêté avant la réponse.',
      'too-slow': 'Aucune réponse n’est arrivée à temps.',
      encryption: 'Le certificat ou le chiffrement de l’hôte n’est pas valable.',
      failed: 'La requête a échoué.',
    },
  },
};
