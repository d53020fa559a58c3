import { pluralOf } from '../../../shared/plural.ts';

const plural = pluralOf('en');

/** Numbers as they are shown, with the count that decides between one and many. */
interface Shown {
  count: number;
  text: string;
}

/** The words of the backtest and the preview, in English. French has this shape. */
export const en = {
  title: 'How the cards look',
  cards: ({ count, text }: Shown) => plural(count, { one: `${text} card`, other: `${text} cards` }),
  events: ({ count, text }: Shown) => plural(count, { one: `${text} event`, other: `${text} events` }),
  all: (cards: string) => `${cards} in the last 7 days.`,
  fewer: (cards: string, came: string) => `${cards} in the last 7 days instead of ${came}.`,
  cut: (passed: string, tried: string, came: string) =>
    `${passed} of the newest ${tried} events pass. In the last 7 days ${came} came.`,
  noneCame: 'None of the chosen events came in the last 7 days.',
  nonePassed: (came: string) => `Nothing in the last 7 days instead of ${came}: no event passes the filters.`,
  atLeast: (text: string) => `more than ${text}`,
  chooseFirst: 'Choose an event to see what it would have brought.',
  asking: 'Looking back on the last 7 days…',
  failed: 'What the last days would have brought cannot be shown right now. You can save all the same.',
  again: 'Try again',
  samples: 'The newest that would have come:',
  madeUp: 'An example that is made up:',
  cardFailed: 'The card cannot be shown right now.',
  loading: 'Loading the card…',
};

export type BacktestWords = typeof en;
