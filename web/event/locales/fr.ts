import type { EventWords } from './en.ts';

/** The words of the event's page in French. */
export const fr: EventWords = {
  goneTitle: 'Impossible d’afficher cet événement',
  gone: 'Il n’était pas destiné à ce canal, ou il est trop ancien pour avoir été gardé.',
  facts: 'À propos de cet événement',
  type: 'Type',
  source: 'Envoyé par',
  id: 'Son identifiant là-bas',
  subject: 'Objet',
  time: 'Survenu',
  acceptedAt: 'Arrivé ici',
  story: 'Ce qu’il est devenu',
  data: 'Tout ce qui a été envoyé',
  noData: 'Rien d’autre n’a été envoyé.',
  empty: 'vide',
  yes: 'oui',
  no: 'non',
  none: 'rien',
  toChannel: 'Tous les événements de ce canal',
};
