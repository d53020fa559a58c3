import type { CardViewWords } from './en.ts';

/** The words around a drawn card in French. */
export const fr: CardViewWords = {
  approximate: 'Approximatif\u202f: Teams dessine cette carte à sa façon.',
  withoutButtons: (names) => `Boutons qui ne sont pas dessinés ici\u202f: ${names}`,
  broken: 'Cette carte ne peut pas être affichée.',
};
