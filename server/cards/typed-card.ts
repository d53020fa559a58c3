import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Words } from '../../manifest/connector.ts';
import type { Event } from '../events/event.ts';
import { inWords, toFieldProblems } from '../field-problems.ts';
import type { Actor, Card, Mention, Severity } from './card.ts';
import { linkTo } from './convention.ts';
import { fieldValue, type ValueContext } from './field-value.ts';
import { genericCard } from './generic-card.ts';
import { escapeMarkdown } from './markdown.ts';
import { teamsMarkdown } from './teams-markdown.ts';
import type { CardTemplate } from './template.ts';

/** The same in every language, or in each its own. */
type Said = string | Words;

/**
 * What a template says of an event. All of it is plain text and plain values, so nothing needs escaping;
 * only `text` is Markdown. What is left out is as on the generic card: see docs/events.md.
 */
export interface CardParts {
  title?: Said | undefined;
  /** What a phone's lock screen shows; without it the title. */
  summary?: Said | undefined;
  severity?: Severity | undefined;
  actor?: Actor | undefined;
  /** Markdown, or HTML. */
  text?: Said | undefined;
  /** Facts without a value are not shown; days, times, numbers, lists and links are written for the reader. */
  facts?: readonly { title: Said; value: unknown }[] | undefined;
  /** Links without an address are not shown. */
  links?: readonly { title: Said; url: string | undefined }[] | undefined;
  /** Buttons that post back: see docs/actions.md. */
  actions?: readonly { id: string; title: Said; done?: Said | undefined }[] | undefined;
  mentions?: Mention[] | undefined;
}

/**
 * A template for events whose data has a known shape. `parts` gets data that fits the schema and nothing
 * else: for other data it throws, and the channel gets the generic card (see `composeCard`). The error names
 * fields, never their values.
 */
export function typedCard<Schema extends TSchema>(
  schema: Schema,
  parts: (data: Static<Schema>, event: Event) => CardParts,
): CardTemplate {
  const validator = Compile(schema);
  return (event, context) => {
    const data: unknown = event.data;
    if (!validator.Check(data)) {
      throw new Error(inWords(toFieldProblems(validator.Errors(data)), 'The data'));
    }
    const { language, timeZone } = context;
    return withParts(genericCard(event, context), parts(data, event), { language, timeZone, at: event.time });
  };
}

function withParts(card: Card, parts: CardParts, context: ValueContext): Card {
  const say = (said: Said) => (typeof said === 'string' ? said : said[context.language]);
  const { title, summary = title, text, facts, links, actions } = parts;
  return {
    ...card,
    ...(title !== undefined && { title: escapeMarkdown(say(title)) }),
    ...(summary !== undefined && { summary: say(summary) }),
    ...(text !== undefined && { text: teamsMarkdown(say(text)) }),
    ...(facts && {
      facts: facts.flatMap(({ title, value }) => {
        const written = fieldValue(say(title), value, context);
        return written === undefined ? [] : [{ title: say(title), value: written }];
      }),
    }),
    ...(links && { links: links.flatMap(({ title, url }) => linkTo(say(title), url)) }),
    ...(actions && {
      actions: actions.map(({ id, title, done }) => ({
        id,
        title: say(title),
        ...(done !== undefined && { done: say(done) }),
      })),
    }),
    severity: parts.severity ?? card.severity,
    actor: parts.actor ?? card.actor,
    mentions: parts.mentions ?? card.mentions,
  };
}
