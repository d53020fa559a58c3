/** What parameters mean, by their names, which mean the same everywhere. */
export const PARAMETERS: Readonly<
  Record<string, { description: string; example: string | number | boolean }>
> = {
  id: { description: 'The id of a configuration.', example: 'Zk3uQ9xW1c8RtY5nB7vLpA' },
  number: { description: 'The number of an event.', example: '42' },
  language: { description: 'Of the words in the answer.', example: 'en' },
  cursor: { description: '`next` of the page before.', example: '1024' },
  link: { description: 'A link or an id that somebody pasted.', example: 'https://tasks.example/42' },
  source: { description: "Of the event's identity.", example: 'https://tasks.example' },
  event: { description: "The id of the event's identity.", example: '42' },
  field: { description: 'One that `GET /api/connector` lists.', example: 'repository' },
};
