import type { ConflictWords } from './en.ts';

export const fr: ConflictWords = {
  title: (name) => `${name} a modifié ceci entre-temps`,
  taken: 'Repris, car vous n’y aviez rien changé :',
  open: 'Modifié des deux côtés. Choisissez ce qui compte :',
  decided: 'Appuyez sur Enregistrer ci-dessous pour garder ce que le formulaire montre maintenant.',
  theirs: (name, text) => `${name} : ${text}`,
  mine: (text) => `Vous : ${text}`,
  take: (name) => `Prendre le choix de ${name}`,
  keep: 'Garder le mien',
  fields: {
    name: 'Nom',
    eventTypes: 'Événements',
    filter: 'Filtre',
    schedule: 'Moment',
    quietHours: 'Heures calmes',
    timeZone: 'Fuseau horaire',
  },
  quoted: (text) => `« ${text} »`,
  added: (titles) => `ajouté : ${titles}`,
  removed: (titles) => `retiré : ${titles}`,
  noFilter: 'aucun filtre',
  noQuietHours: 'aucune',
};
