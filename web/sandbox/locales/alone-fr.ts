import type { alone as english } from './alone-en.ts';

/** Là où le bac à sable tourne pour une autre application seule, en français. */
export const alone: typeof english = {
  hintSend:
    'Laissez votre serveur publier vers le webhook que sa page a reçu, ou publiez une carte depuis la barre ci-dessous.',
  webhooks: 'Webhooks de ce canal',
  webhook: 'Adresse du webhook',
  noWebhooks:
    'Ce canal n’a pas encore de webhook : configurez votre connecteur, ou ajoutez un flux de travail.',
  copy: 'Copier son adresse',
  copied: 'Copiée.',
  post: 'Publier une carte',
  cardTitle: 'Une carte d’essai',
  cardText: 'Publiée depuis le bac à sable, pour voir où arrivent les cartes.',
  answered: (status, body) => `Réponse : ${status}${body === '' ? '.' : ` : ${body}`}`,
  noAnswer: 'La connexion a été coupée sans réponse.',
};
