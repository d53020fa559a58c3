import type { RemovalWords } from './en.ts';

/** The words of what a removal ends, in French. */
export const fr: RemovalWords = {
  body: 'Quand vous appuyez sur Supprimer, ce canal ne reçoit plus ces événements :',
  waiting: 'Ce qui attend encore ne sera plus publié. Ce qui est dans le canal y reste.',
  workflowStays:
    'Le flux de travail lui-même reste dans Teams. S’il ne sert à personne d’autre, supprimez-le sous Flux de travail.',
  undo: (days) => `Pendant ${days} jours, cela peut être annulé ici.`,
  undoElsewhere: (days) =>
    `Pendant ${days} jours, cela peut être annulé, sur une page à laquelle mènent ses cartes :`,
  channelPage: 'la page de ce canal',
};
