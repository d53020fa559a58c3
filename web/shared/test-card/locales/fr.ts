import type { TestWords } from './en.ts';

export const fr: TestWords = {
  button: 'Envoyer une carte de test',
  buttonTo: (label) => `Envoyer une carte de test à ${label}`,
  sending: 'Une carte de test est en route…',
  posted: 'Teams a publié la carte de test : elle est dans le canal.',
  accepted: 'Teams a pris la carte de test. Regardez dans le canal : elle devrait y être dans un instant.',
  answered: (status, meaning) =>
    status === undefined ? `Teams a répondu : ${meaning}` : `Teams a répondu ${status} : ${meaning}`,
  noAnswer: (why) => `L’adresse n’a pas répondu. ${why}`,
  quoted: (words) => `Ses propres mots : « ${words} ».`,
  meanings: {
    removed: 'cette adresse a été supprimée.',
    closed: 'cette adresse ne nous laisse pas publier.',
    off: 'le flux de travail est désactivé ou a été supprimé.',
    card: 'nos cartes ne sont pas acceptées.',
    busy: 'trop de cartes arrivent en ce moment.',
    trouble: 'Teams a lui-même un problème.',
    unclear: 'rien ne dit que la carte a été publiée.',
  },
  todo: {
    newWorkflow: 'Créez un nouveau flux de travail dans le canal, copiez son adresse et collez-la ici.',
    openWorkflow: 'Dans le déclencheur du flux de travail, laissez tout le monde publier. Puis réessayez.',
    switchOn: 'Activez le flux de travail dans Teams, ou créez-en un nouveau et collez son adresse.',
    rightWorkflow: 'Créez le flux de travail à partir du modèle « Envoyer des alertes webhook à un canal ».',
    retired:
      'Microsoft a arrêté les connecteurs de Teams en mai 2026. Ajoutez plutôt cette application au canal comme onglet, avec l’adresse d’un flux de travail.',
    wait: 'Attendez une minute, puis réessayez.',
  },
  failedTitle: 'La carte de test n’est pas arrivée',
};
