/** The words around a drawn card in English; every other language has the same. */
export const en = {
  approximate: 'Approximate: Teams draws this card in its own way.',
  withoutButtons: (names: string) => `Buttons that are not drawn here: ${names}`,
  broken: 'This card cannot be shown.',
};

export type CardViewWords = typeof en;
