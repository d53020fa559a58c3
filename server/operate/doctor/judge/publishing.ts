import { type Finding, findingsOf } from '../finding.ts';
import type { CardFacts } from '../look-at-cards.ts';
import type { HttpAnswer, Tried } from '../world.ts';
import type { DatabaseFacts } from './database.ts';

/** What Microsoft asks of those who publish a connector, as far as it can be measured. */
export interface PublishingFacts {
  publicUrl: string;
  /** Undefined: Connect to Office 365 is off. */
  connectorId: string | undefined;
  cards: CardFacts;
  /** Of the event types, those that are ticked at first. */
  eventTypes: { all: number; suggested: number };
  logoBytes: number;
  words: { shortDescription: string; fullDescription: string };
  pages: Record<'channel' | 'remove' | 'connect' | 'callback', Tried<HttpAnswer>>;
  publisherPages: { name: string; answer: Tried<HttpAnswer> }[];
  /** Undefined: the database was out of reach. */
  cardActions: DatabaseFacts['cardActions'] | undefined;
}

/** Microsoft's own limit. */
const LOGO_LIMIT_BYTES = 60_000;
/** What people take for at once. */
const FAST_MS = 2_000;
/** A pressed button that takes longer to arrive leaves people wondering. */
const ACTION_FAST_MS = 5_000;
/** More than these, of a hundred pressed buttons, are not rare. */
const RARE_PERCENT = 1;

const finding = findingsOf('publishing');

/** The checklist for publishers, point by point. */
export function judgePublishing(facts: PublishingFacts): Finding[] {
  const { cards, eventTypes, logoBytes, words, pages, connectorId, publicUrl } = facts;
  return [
    finding('person', 'Fully tested', 'Walk through docs/sideload.md in your own organisation.'),
    finding(
      'person',
      'Tested in each client',
      'Teams on desktop, web, iOS and Android; Outlook with a connector.',
    ),
    cards.withHtml.length === 0
      ? finding(
          'ok',
          'Markdown only, no HTML',
          `cards of ${cards.drawn} event types, in both forms and languages`,
        )
      : finding(
          'failed',
          'Markdown only, no HTML',
          `HTML in cards of ${cards.withHtml.join(', ')}`,
          'Take it out of their templates.',
        ),
    eventTypes.suggested < eventTypes.all
      ? finding(
          'ok',
          'Signal, not noise',
          `${eventTypes.suggested} of ${eventTypes.all} event types are ticked at first`,
        )
      : finding(
          'warning',
          'Signal, not noise',
          'every event type is ticked at first',
          'Set `suggested` for those that suit most, in manifest/connector.ts.',
        ),
    finding(
      'person',
      'The right events',
      'Ask three people of a channel what they miss, and what they would mute.',
    ),
    finding('ok', 'Reports as digests', 'channels choose hourly, daily or weekly, and the time'),
    cards.failed.length === 0
      ? finding('ok', 'Cards are well made', 'every template draws its sample')
      : finding(
          'failed',
          'Cards are well made',
          `no card of ${cards.failed.join(', ')}`,
          'Mend their templates.',
        ),
    finding('person', 'Markdown used well', 'See every card at /sandbox/cards.'),
    finding('person', 'Relevant actions', 'See at /sandbox/cards what the buttons of your cards do.'),
    judgeActions(facts.cardActions),
    judgeSpeed(pages.channel),
    judgeAnswers('The user can pause and remove', [pages.channel, pages.remove]),
    ...judgePublisherPages(facts.publisherPages),
    judgeCallback(pages.callback),
    finding(
      'person',
      'Name and logo infringe nothing',
      'Microsoft’s names are looked for above; search for others.',
    ),
    logoBytes < LOGO_LIMIT_BYTES
      ? finding('ok', 'Logo under 60 KB', `manifest/icons/logo.png, ${logoBytes} bytes`)
      : finding('failed', 'Logo under 60 KB', `${logoBytes} bytes`, 'Draw it anew: npm run icons.'),
    words.shortDescription.trim() && words.fullDescription.trim()
      ? finding(
          'ok',
          'Short and detailed description',
          `${words.shortDescription.length} and ${words.fullDescription.length} characters`,
        )
      : finding(
          'failed',
          'Short and detailed description',
          'one is empty',
          'Write it in manifest/listing.ts.',
        ),
    connectorId === undefined
      ? finding(
          'skipped',
          'Landing page with the button',
          'without CONNECTOR_ID there is no Connect to Office 365',
        )
      : judgeAnswers(`Landing page with the button: ${publicUrl}/connect#connect`, [pages.connect]),
    finding(
      'person',
      'Instructions with a test account',
      'Write the steps of docs/publish.md into the notes, with an account.',
    ),
  ];
}

function judgeActions(actions: PublishingFacts['cardActions']): Finding {
  const check = 'Actions rarely fail, and answer fast';
  if (!actions) return finding('skipped', check, 'the database was out of reach');
  const { total, failed, medianMs } = actions;
  if (total === 0) return finding('ok', check, 'nothing was pressed in the last 7 days');
  const found = `${failed} of ${total} were given up in the last 7 days; half of the others arrived within ${medianMs} ms`;
  return (failed / total) * 100 <= RARE_PERCENT && medianMs <= ACTION_FAST_MS
    ? finding('ok', check, found)
    : finding('warning', check, found, 'See why ACTION_URL does not take them, or not at once.');
}

function judgeSpeed(answer: Tried<HttpAnswer>): Finding {
  const check = 'Pages answer fast';
  if ('error' in answer) return finding('skipped', check, answer.error);
  const { tookMs } = answer.value;
  return tookMs <= FAST_MS
    ? finding('ok', check, `${tookMs} ms`)
    : finding(
        'warning',
        check,
        `${tookMs} ms`,
        'Teams shows people a spinner for so long: bring the server nearer.',
      );
}

function judgeAnswers(check: string, answers: readonly Tried<HttpAnswer>[]): Finding {
  const wrong = answers.flatMap((answer) => {
    if ('error' in answer) return [answer.error];
    return answer.value.status === 200 ? [] : [`it answers ${answer.value.status}`];
  });
  return wrong.length === 0
    ? finding('ok', check, 'the pages are there')
    : finding('failed', check, [...new Set(wrong)].join(', '), 'See what stands above on the server.');
}

function judgePublisherPages(answers: PublishingFacts['publisherPages']): Finding[] {
  return answers.map(({ name, answer }) => {
    const check = `User documentation: ${name}`;
    const cure = 'Put the page there, or correct manifest/listing.ts.';
    if ('error' in answer) return finding('warning', check, answer.error, cure);
    const { status } = answer.value;
    return status < 400
      ? finding('ok', check, String(status))
      : finding('warning', check, `answers ${status}`, cure);
  });
}

/** Nothing of a webhook's address may stay in the browser's history, or go on to another site. */
function judgeCallback(answer: Tried<HttpAnswer>): Finding {
  const check = 'Webhook URLs leave the browser’s address';
  if ('error' in answer) return finding('skipped', check, answer.error);
  const { status, headers } = answer.value;
  const right =
    status === 302 &&
    !headers.get('location')?.includes('?') &&
    headers.get('referrer-policy') === 'no-referrer';
  return right
    ? finding('ok', check, '302 without parameters, and no referrer')
    : finding(
        'failed',
        check,
        `/connect/callback answers ${status}`,
        'Let the proxy pass redirections and Referrer-Policy on.',
      );
}
