/** Where the sandbox runs for another app alone. */
export const alone = {
  hintSend: 'Let your server post to the webhook that its page got, or post a card from the bar below.',
  webhooks: 'Webhooks of this channel',
  webhook: 'Webhook',
  noWebhooks: 'This channel has no webhook yet: configure your connector, or add a Workflow.',
  copy: 'Copy its address',
  copied: 'Copied.',
  post: 'Post a card',
  cardTitle: 'A card to try',
  cardText: 'Posted from the sandbox, to see where cards arrive.',
  answered: (status: number, body: string) => `Answered with ${status}${body === '' ? '.' : `: ${body}`}`,
  noAnswer: 'The connection broke without an answer.',
};
