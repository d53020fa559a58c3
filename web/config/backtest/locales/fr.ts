import { pluralOf } from '../../../shared/plural.ts';
import type { BacktestWords } from './en.ts';

const plural = pluralOf('fr');

export const fr: BacktestWords = {
  title: 'L’aspect des cartes',
  cards: ({ count, text }) => plural(count, { one: `${text} carte`, other: `${text} cartes` }),
  events: ({ count, text }) => plural(count, { one: `${text} événement`, other: `${text} événements` }),
  all: (cards) => `${cards} ces 7 derniers jours.`,
  fewer: (cards, came) => `${cards} ces 7 derniers jours au lieu de ${came}.`,
  cut: (passed, tried, came) =>
    `${passed} des ${tried} événements les plus récents passent. Ces 7 derniers jours, il y en a eu ${came}.`,
  noneCame: 'Aucun des événements choisis n’est survenu ces 7 derniers jours.',
  nonePassed: (came) =>
    `Rien ces 7 derniers jours au lieu de ${came}\u00a0: aucun événement ne passe les filtres.`,
  atLeast: (text) => `plus de ${text}`,
  chooseFirst: 'Choisissez un événement pour voir ce qu’il aurait donné.',
  asking: 'Examen des 7 derniers jours…',
  failed:
    'Ce que les derniers jours auraient donné ne peut pas être affiché pour le moment. Vous pouvez tout de même enregistrer.',
  again: 'Réessayer',
  samples: 'Les plus récentes qui seraient arrivées\u00a0:',
  madeUp: 'Un exemple inventé\u00a0:',
  cardFailed: 'La carte ne peut pas être affichée pour le moment.',
  loading: 'Chargement de la carte…',
};
