import type { SignInWords } from './en.ts';

export const fr: SignInWords = {
  title: 'Veuillez vous connecter',
  inHost: 'Teams n’a pas dit à ce connecteur qui vous êtes. Connectez-vous une fois, et il le saura.',
  inBrowser: 'Cette page montre ce qui appartient à un canal de votre organisation.',
  button: 'Se connecter',
  otherAccount: 'Utiliser un autre compte',
  asking: 'Terminez la connexion dans la fenêtre qui s’est ouverte.',
  failedTitle: 'Vous n’êtes pas encore connecté',
  microsoftSays: (words) => `Réponse de Microsoft : « ${words} »`,
  problems: {
    'click-needed': 'Appuyez sur le bouton pour vous connecter.',
    blocked:
      'Le navigateur n’a ouvert aucune fenêtre. Autorisez les fenêtres contextuelles pour cette page, puis réessayez.',
    closed: 'La fenêtre a été fermée avant la fin de la connexion. Réessayez.',
    denied:
      'Vous ou votre organisation ne l’avez pas permis. Réessayez, ou demandez à votre administrateur d’autoriser cette application.',
    unreachable:
      'La connexion est restée sans réponse. Réessayez ; si cela persiste, les responsables de ce connecteur doivent terminer l’inscription de son application.',
    failed: 'La connexion a échoué. Réessayez, ou demandez aux responsables de ce connecteur.',
  },
  window: {
    title: 'Connexion',
    starting: 'Ouverture de la page de connexion…',
    finished: 'Vous pouvez fermer cette fenêtre.',
    nothing: 'D’autres pages ouvrent cette fenêtre pour connecter quelqu’un. Il n’y a rien à faire ici.',
    unreachable: 'Le serveur est injoignable. Fermez cette fenêtre et réessayez.',
  },
};
