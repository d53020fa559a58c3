import type { quirks as english } from './quirks-en.ts';

/** Ce que certains hôtes font aux pages, en français. */
export const quirks: typeof english = {
  open: 'Bizarreries',
  title: 'Bizarreries de l’hôte',
  help: 'Ce que l’on a rencontré dans Teams. Chacune vaut pour les pages ouvertes à partir de maintenant.',
  on: (count) => (count === 1 ? '1 bizarrerie active' : `${count} bizarreries actives`),
  allOff: 'Tout désactiver',
  list: {
    'url-changes': {
      name: 'Le webhook change à l’enregistrement',
      help: 'Après setSettings, getSettings donne un autre webhookUrl. Le précédent répond 410 une fois enregistré.',
    },
    'content-url-ignored': {
      name: 'contentUrl est ignoré',
      help: 'Gérer ouvre la page de configuration du manifeste, et non le contentUrl enregistré du connecteur.',
    },
    'names-missing': {
      name: 'Les noms manquent',
      help: 'configName revient nul, suggestedDisplayName pas du tout ; le contexte ne nomme ni équipe ni canal.',
    },
    'settings-refused': {
      name: 'setSettings est refusé',
      help: 'La réponse est false, et rien n’est conservé.',
    },
    'answers-late': {
      name: 'Les réponses tardent',
      help: 'Chaque réponse arrive 1,5 seconde après son appel.',
    },
    'settings-unanswered': {
      name: 'setSettings reste sans réponse',
      help: 'La page attend sans fin si elle n’a pas sa propre limite.',
    },
    silent: { name: 'L’hôte se tait', help: 'Aucun appel n’a de réponse, pas même initialize.' },
    'removal-unasked': {
      name: 'Supprimé sans demander',
      help: 'Le gestionnaire de suppression n’est pas appelé : ce qui est supprimé disparaît simplement.',
    },
  },
};
