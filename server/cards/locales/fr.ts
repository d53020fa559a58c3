import { counterFor } from './counter.ts';
import { listerFor } from './lister.ts';
import type { CardWords } from './words.ts';

// The space before a colon is a no-break space, U+00A0.
const counted = counterFor('fr');
const listed = listerFor('fr');
const events = (count: number) => counted(count, { one: 'événement', other: 'événements' });

export const fr: CardWords = {
  somebody: 'Quelqu’un',
  open: 'Ouvrir',
  more: (count) => `et ${counted(count, { one: 'autre', other: 'autres' })}`,
  severity: { success: 'Succès', warning: 'Attention', error: 'Erreur' },
  shortened: ({ facts, values, text, picture, links }) =>
    `Raccourci : il manque ${listed([
      facts > 0 && counted(facts, { one: 'détail', other: 'détails' }),
      values && 'la fin de longs détails',
      text && 'la fin du texte',
      picture && 'l’image',
      links > 0 && counted(links, { one: 'bouton', other: 'boutons' }),
    ])}.`,
  wholeEvent: 'Voir l’événement complet',
  yes: 'oui',
  no: 'non',
  entries: (count) => counted(count, { one: 'élément', other: 'éléments' }),
  labelled: (label, value) => `${label} : ${value}`,
  own: {
    mute: 'Ne plus publier ce type ici',
    pause: 'Mettre en pause 1 heure',
    channel: 'Tous les événements de ce canal',
  },
  test: {
    title: 'Carte de test',
    connected: (name) => `Connecté : ${name}`,
    gets: 'Désormais, ces événements arrivent ici :',
    arrived: (name) => `Les cartes de « ${name} » arrivent ici.`,
    by: 'Envoyé par',
  },
  pressed: {
    answer: 'Réponse',
    passedOn: (title) => `« ${title} » a été transmis.`,
    already: (title, by) => `${by} a déjà choisi « ${title} ».`,
  },
  digest: {
    storm: (count, span) => `Forte activité : ${events(count)} en ${span}`,
    digest: {
      hourly: (count) => `Résumé de l’heure : ${events(count)}`,
      daily: (count) => `Résumé du jour : ${events(count)}`,
      weekly: (count) => `Résumé de la semaine : ${events(count)}`,
      other: (count) => `Résumé : ${events(count)}`,
    },
    catchUp: (count) => `${events(count)} pendant la pause de ce canal`,
    since: 'Depuis',
  },
};
