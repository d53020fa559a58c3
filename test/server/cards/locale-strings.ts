/** Stands in for whatever a sentence is made of: a text, a number, or what a card left out. */
const ANYTHING = Object.assign(new String('2'), {
  facts: 2,
  values: true,
  text: true,
  picture: true,
  links: 2,
});

/** Every string of a locale with its path; functions are called with a 2 in each place. */
export function localeStrings(words: object, path = ''): [path: string, words: string][] {
  return Object.entries(words).flatMap(([name, value]): [string, string][] => {
    const place = `${path}${name}`;
    if (typeof value === 'function') {
      return [[place, String(value(...Array.from({ length: value.length }, () => ANYTHING)))]];
    }
    return typeof value === 'string' ? [[place, value]] : localeStrings(value, `${place}.`);
  });
}

/** What is wrong with the spaces and marks of a French text, as French typography has them. */
export function frenchFaults(text: string): string[] {
  const faults: [RegExp, string][] = [
    [/(?:^|[^\u00a0\u202f\d])[;!?»](?!\S*=)/u, 'a no-break space belongs before ; ! ? and »'],
    [/[^\u00a0\u202f\d]:(?!\/\/)/u, 'a no-break space belongs before a colon'],
    [/«(?![\u00a0\u202f])/u, 'a no-break space belongs behind «'],
    [/'/u, 'the apostrophe is ’'],
    [/"/u, 'the quotation marks are « »'],
    [/\.\.\./u, 'the ellipsis is …'],
  ];
  return faults.filter(([pattern]) => pattern.test(text)).map(([, fault]) => `${text}: ${fault}`);
}
