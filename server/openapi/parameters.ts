/** What parameters mean, by their names, which mean the same everywhere. */
export const PARAMETERS: Readonly<
  Record<string, { description: string; example: string | number | boolean }>
> = {
  id: { description: 'The id of what the path names.', example: 'Zk3uQ9xW1c8RtY5nB7vLpA' },
  number: { description: 'The number of an event.', example: '42' },
  language: { description: 'Of the words in the answer.', example: 'en' },
  cursor: { description: '`next` of the page before.', example: '1024' },
  link: { description: 'A link or an id that somebody pasted.', example: 'https://tasks.example/42' },
  source: { description: "Of the event's identity.", example: 'https://tasks.example' },
  event: { description: "The id of the event's identity.", example: '42' },
  search: { description: 'A part of a name of configuration, team or channel, or an id.', example: 'builds' },
  tenant: { description: 'The id of an organisation.', example: '11111111-aaaa-4bbb-8ccc-000000000001' },
  state: { description: 'As the answer has it.', example: 'paused' },
  type: { description: 'An event type.', example: 'task.created' },
  configuration: { description: 'The id of a configuration.', example: 'Zk3uQ9xW1c8RtY5nB7vLpA' },
  since: { description: 'From this moment on.', example: '2026-11-21T10:00:00Z' },
  until: { description: 'Before this moment.', example: '2026-11-21T11:00:00Z' },
  span: { description: 'How far back.', example: 'hour' },
  field: { description: 'One that `GET /api/connector` lists.', example: 'repository' },
};
