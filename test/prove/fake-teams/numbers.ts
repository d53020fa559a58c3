const DIGITS = 6;
const MARK = /#(\d{6})(?!\d)/g;

/** How an event's title carries its number: `#000123`. */
export function numberMark(number: number): string {
  return `#${String(number).padStart(DIGITS, '0')}`;
}

/** The numbers of the events that a card's body names, each once, in the order of the text. */
export function numbersIn(body: string): number[] {
  return [...new Set([...body.matchAll(MARK)].map((match) => Number(match[1])))];
}
