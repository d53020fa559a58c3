import type { Json, JsonObject } from '../events/event.ts';
import { listAt, textAt, valueAt } from '../events/fields.ts';
import type { Actor, Fact, Link, Severity } from './card.ts';
import { escapeMarkdown, safeUrl } from './markdown.ts';

/*
 * The fields of `data` that any sender may use and every card understands: title, text, url, severity,
 * actor, facts, links. docs/events.md describes them. A field that is not as described there is left out.
 */

const FIELDS = new Set(['title', 'text', 'url', 'severity', 'actor', 'facts', 'links']);

const SEVERITIES: readonly Severity[] = ['info', 'success', 'warning', 'error'];

/** How many other fields an event without `facts` shows. */
const MAX_OTHER_FIELDS = 10;

export function severityOf(data: JsonObject): Severity {
  const text = textAt(data, 'severity');
  return SEVERITIES.find((severity) => severity === text) ?? 'info';
}

/** `actor` as `{name, url, image}` or a plain name; a `login` stands in for the name. */
export function actorOf(data: JsonObject): Actor | undefined {
  const name = textAt(data, 'actor') ?? textAt(data, 'actor', 'name') ?? textAt(data, 'actor', 'login');
  if (name === undefined) return undefined;
  return {
    name,
    url: safeUrl(textAt(data, 'actor', 'url') ?? ''),
    image: safeUrl(textAt(data, 'actor', 'image') ?? ''),
  };
}

/** A value as a fact shows it; nothing for null, lists and objects. */
function factValue(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = textAt(value);
  return text === undefined ? undefined : escapeMarkdown(text);
}

/** `facts` as `[{title, value}]`; the titles stay plain. */
function statedFacts(data: JsonObject): Fact[] {
  return listAt(data, 'facts').flatMap((fact) => {
    const title = textAt(fact, 'title');
    const value = factValue(valueAt(fact, 'value'));
    return title === undefined || value === undefined ? [] : [{ title, value }];
  });
}

/** The other fields with a plain value, by name: a stored event does not keep the order of its fields. */
function otherFacts(data: Record<string, Json>): Fact[] {
  return Object.keys(data)
    .filter((key) => !FIELDS.has(key))
    .sort()
    .flatMap((key) => {
      const value = factValue(data[key]);
      return value === undefined ? [] : [{ title: key, value }];
    })
    .slice(0, MAX_OTHER_FIELDS);
}

/** The facts that the sender states; without `facts`, the fields that the convention does not know. */
export function factsOf(data: JsonObject): Fact[] {
  return Object.hasOwn(data, 'facts') ? statedFacts(data) : otherFacts(data);
}

/** `links` as `[{title, url}]`, those that are safe to open. */
export function linksOf(data: JsonObject): Link[] {
  return listAt(data, 'links').flatMap((link) => linkTo(textAt(link, 'title'), textAt(link, 'url')));
}

/** One button; none when it has no title or its address is missing or not safe. */
export function linkTo(title: string | undefined, url: string | undefined): Link[] {
  const safe = safeUrl(url ?? '');
  return title === undefined || safe === undefined ? [] : [{ title, url: safe }];
}
