import type { webhooks as english } from './webhooks-en.ts';

/** Ce que font les webhooks d’un canal, en français. */
export const webhooks: typeof english = {
  open: 'Comportement des webhooks',
  title: (channel) => `Comportement des webhooks de ${channel}`,
  help: 'Vaut pour chaque requête vers un webhook de ce canal, jusqu’à ce que vous le rétablissiez.',
  behaviours: {
    normal: { name: 'Normal', help: 'Accepter les bonnes cartes, au rythme de quatre par seconde.' },
    slow: { name: 'Lent', help: 'Répondre après 8 secondes, et publier alors.' },
    throttled: { name: 'Ralenti', help: '429 à tout, avec Retry-After.' },
    'hidden-error': {
      name: 'Erreur dans un succès',
      help: 'Connecteurs : 200 avec une erreur 500 dans le texte. Flux de travail : 202, et l’exécution échoue.',
    },
    removed: { name: 'Supprimé', help: 'Connecteurs : 410. Flux de travail : 404 WorkflowNotFound.' },
    'flow-off': {
      name: 'Flux désactivé',
      help: 'Flux de travail : 400 WorkflowTriggerIsNotEnabled. Les connecteurs continuent normalement.',
    },
    'too-large': {
      name: 'Trop volumineux',
      help: 'Connecteurs : 200 avec une erreur 413 dans le texte. Flux de travail : 413 MessageSizeExceeded.',
    },
    broken: { name: 'Connexion coupée', help: 'Couper la connexion sans répondre.' },
  },
  notice: (behaviour) => `Les webhooks de ce canal se comportent mal : ${behaviour}.`,
  change: 'Modifier',
  behave: 'Rétablir',
  miss: {
    title: 'Teams n’affiche rien ici',
    one: (sender, bytes) => `Une requête de ${bytes} octets est arrivée à « ${sender} ».`,
    many: (sender, count) => `${count} requêtes sont arrivées à « ${sender} ».`,
    answered: (status) => `Réponse : ${status}.`,
    accepted: 'Réponse : 202, comme si tout allait bien ; l’exécution a échoué ensuite.',
    cut: 'La connexion a été coupée sans réponse.',
  },
};
