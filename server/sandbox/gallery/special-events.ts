import type { Event, JsonObject } from '../../events/event.ts';

/** Events that no type of the connector stands for, each to show one thing that cards can do. */
const EVENTS = {
  generic: {
    title: 'Backup finished',
    text: 'All **14 volumes** are safe.\n\n- north tower\n- south tower\n\nSee the [report](https://backup.example/report/9).',
    url: 'https://backup.example/runs/9',
    severity: 'success',
    actor: { name: 'Backup', url: 'https://backup.example', image: 'https://backup.example/face.png' },
    facts: [
      { title: 'Size', value: '1.4 TB' },
      { title: 'Took', value: 'an hour and 4 minutes' },
      { title: 'Complete', value: true },
    ],
    links: [{ title: 'Log', url: 'https://backup.example/runs/9/log' }],
  },
  'generic-plain': {
    orderNumber: 1_204,
    customer_name: 'Harbour Café',
    paid: false,
    totalPrice: 41.5,
    deliver_by: '2026-11-24T14:00:00Z',
    invoiceUrl: 'https://shop.example/invoices/1204',
    items: [{ name: 'Lamp oil' }, { name: 'Wick' }],
  },
  'generic-empty': {},
  warning: {
    title: 'The disk of north-2 is nearly full',
    severity: 'warning',
    facts: [{ title: 'Free', value: '3 %' }],
  },
  error: {
    title: 'The harbour gate does not answer',
    severity: 'error',
    text: 'Nothing since 10:14.',
    url: 'https://watch.example/alerts/77',
  },
  actions: {
    title: 'An order waits for your answer',
    text: 'Forty litres of lamp oil, for the winter.',
    url: 'https://orders.example/40',
    severity: 'warning',
    actions: [
      { id: 'approve', title: 'Approve' },
      { id: 'reject', title: 'Reject' },
    ],
  },
  mention: {
    title: 'Your watch begins',
    text: 'Please look at the north lamp first.',
    mentions: [
      { id: '0f7c2a51-8f7e-4f55-a0b1-5d9c3e1b7a42', name: 'Ada Marsh' },
      { id: 'louis@lighthouse.example', name: 'Louis Perrin' },
    ],
  },
  html: {
    title: 'A text with tags',
    text: '<h2>Weather</h2><p>A <b>strong</b> wind from the <i>west</i>.<br>Waves of 4&nbsp;m.</p><ul><li>Close the shutters</li><li>Call the <a href="https://harbour.example">harbour</a></li></ul><table><tr><td>Gusts</td><td>9 Bft</td></tr></table><img src="https://weather.example/map.png" alt="Map">',
  },
  hostile: {
    title:
      '<at>Everyone</at> **free** [money](javascript:alert(1)) {{DATE(2020-01-01T00:00:00Z)}} \u202Etxt.exe',
    text: '<script>alert(1)</script>\n\n<at>Everyone</at> [open](javascript:alert(1)) ![x](http://x.example/pixel.png)\n\n```\n</code>\n```\n\n| a | b |\n|---|---|\n| ](https://evil.example) | `x` |',
    actor: { name: '[Ada](https://evil.example) <at>Louis</at>', url: 'javascript:alert(1)' },
    facts: [{ title: '**bold**', value: '<img src=x onerror=alert(1)>' }],
    links: [
      { title: 'javascript', url: 'javascript:alert(1)' },
      { title: 'Fine', url: 'https://fine.example/' },
    ],
  },
  'long-words': {
    title: `Donaudampfschifffahrts${'gesellschafts'.repeat(12)}kapitän`,
    text: `https://long.example/${'path/'.repeat(60)}`,
    actor: { name: 'A'.repeat(120) },
    facts: [{ title: 'T'.repeat(90), value: 'V'.repeat(300) }],
    links: [
      { title: 'A button whose title is much longer than anybody would read', url: 'https://a.example' },
    ],
  },
  shortened: {
    title: 'A very long report',
    text: 'The wind turned, and the lamp went on burning. '.repeat(400),
    url: 'https://log.example/long',
    facts: Array.from({ length: 50 }, (_, index) => ({
      title: `Reading ${index + 1}`,
      value: 'calm '.repeat(60),
    })),
  },
} satisfies Record<string, JsonObject>;

export type SpecialEventId = keyof typeof EVENTS;

/** The event that shows this, at `time`. Its type is one that the connector does not know. */
export function specialEvent(id: SpecialEventId, time: Date): Event {
  return {
    source: 'https://lighthouse.example/watch',
    id: `gallery/${id}`,
    type: 'lighthouse.note',
    time,
    ...(id === 'generic-empty' && { subject: 'lamp/north' }),
    data: EVENTS[id],
  };
}

export const SPECIAL_EVENT_IDS = Object.keys(EVENTS) as SpecialEventId[];
