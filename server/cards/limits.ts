/** What one card may hold, in UTF-16 code units and pieces; see budget.ts for its bytes. */
export const CARD_LIMITS = {
  /** What a phone's lock screen shows of a message. */
  summary: 120,
  title: 300,
  name: 80,
  origin: 150,
  factTitle: 80,
  factValue: 1_000,
  facts: 50,
  text: 20_000,
  linkTitle: 60,
  /** Teams shows no more than 4 buttons of a MessageCard. */
  links: 4,
  /** One of the buttons stays for a link. */
  actions: 3,
  actionDone: 150,
  mentions: 10,
  mentionName: 50,
  /** Links to our own pages, and how long their addresses may be: no budget is taken from them. */
  manage: 4,
  ownUrl: 600,
} as const;
