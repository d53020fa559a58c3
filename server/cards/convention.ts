import type { Event, JsonObject } from '../events/event.ts';
import { listAt, textAt } from '../events/fields.ts';
import type { Action, Actor, Fact, Link, Mention, Severity } from './card.ts';
import { otherFields, statedFacts } from './facts.ts';
import type { ValueContext } from './field-value.ts';
import { safeUrl } from './markdown.ts';
import { asAddress, asText, firstField, namedFields } from './named-fields.ts';
import { SEVERITY_FIELDS, severityOf, severityOfWord } from './severity-words.ts';

/*
 * The fields of `data` that any sender may use and every card understands, and the other names that senders
 * usually give them. docs/events.md describes them. A field that is not as described there is left out.
 */

const TITLES = ['title', 'headline', 'summary'];
/** These say which one, not what happened. */
const NAMES = ['name', 'subject'];
const TEXTS = ['text', 'description', 'message', 'body', 'details', 'comment'];
const ADDRESSES = ['url', 'html url', 'web url', 'link', 'href', 'permalink'];
const ACTORS = ['actor', 'user', 'author', 'sender', 'created by', 'updated by'];
const ACTOR_NAMES = ['name', 'display name', 'full name', 'login', 'username', 'email'];
const ACTOR_IMAGES = ['image', 'image url', 'avatar', 'avatar url', 'picture', 'photo'];

/** What an event says about itself, whatever its type is. Texts are plain, but `text`, and facts' values. */
export interface Convention {
  title?: string | undefined;
  /** Which one it is about, for an event without a title. */
  name?: string | undefined;
  /** Markdown or HTML, as its sender wrote it. */
  text?: string | undefined;
  url?: string | undefined;
  severity: Severity;
  actor?: Actor | undefined;
  mentions: Mention[];
  facts: Fact[];
  links: Link[];
  actions: Action[];
}

export function readConvention({ data, type, subject }: Event, context: ValueContext): Convention {
  const fields = namedFields(data);
  const title = firstField(fields, TITLES, asText);
  const name = title ? undefined : firstField(fields, NAMES, asText);
  const text = firstField(fields, TEXTS, asText);
  const url = firstField(fields, ADDRESSES, asAddress);
  const actor = firstField(fields, ACTORS, asActor);
  const severity = firstField(fields, SEVERITY_FIELDS, severityOfWord);
  const shown = [title, name, text, url, actor, severity].flatMap((field) => field?.key ?? []);
  const others = Object.hasOwn(data, 'facts')
    ? { facts: statedFacts(data, context), links: [] }
    : otherFields(data, new Set([...shown, 'links', 'mentions', 'actions']), context);
  return {
    title: title?.value,
    name: name?.value ?? subject,
    text: text?.value,
    url: url?.value,
    severity: severityOf(fields, type),
    actor: actor?.value,
    mentions: mentionsOf(data),
    facts: others.facts,
    links: [...linksOf(data), ...others.links],
    actions: actionsOf(data),
  };
}

/** Who did it: a name, or an object with a name, a page and a picture. */
export function actorOf(data: JsonObject): Actor | undefined {
  return firstField(namedFields(data), ACTORS, asActor)?.value;
}

function asActor(value: unknown): Actor | undefined {
  const text = asText(value);
  if (text !== undefined) return { name: text };
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = namedFields(value);
  const name = firstField(fields, ACTOR_NAMES, asText);
  if (name === undefined) return undefined;
  return {
    name: name.value,
    url: firstField(fields, ADDRESSES, asAddress)?.value,
    image: firstField(fields, ACTOR_IMAGES, asAddress)?.value,
  };
}

/** `mentions` as `[{id, name}]`. Whether an id can be one is for the card to say. */
function mentionsOf(data: JsonObject): Mention[] {
  return listAt(data, 'mentions').flatMap((mention) => {
    const id = textAt(mention, 'id');
    return id === undefined ? [] : [{ id, name: textAt(mention, 'name') ?? id }];
  });
}

/** `links` as `[{title, url}]`, those that are safe to open. */
function linksOf(data: JsonObject): Link[] {
  return listAt(data, 'links').flatMap((link) => linkTo(textAt(link, 'title'), textAt(link, 'url')));
}

/** `actions` as `[{id, title, done}]`. Whether an id can be one is for the card to say. */
function actionsOf(data: JsonObject): Action[] {
  return listAt(data, 'actions').flatMap((action) => {
    const id = textAt(action, 'id');
    const title = textAt(action, 'title');
    return id === undefined || title === undefined ? [] : [{ id, title, done: textAt(action, 'done') }];
  });
}

/** One button; none when it has no title or its address is missing or not safe. */
export function linkTo(title: string | undefined, url: string | undefined): Link[] {
  const safe = safeUrl(url ?? '');
  return title === undefined || safe === undefined ? [] : [{ title, url: safe }];
}
