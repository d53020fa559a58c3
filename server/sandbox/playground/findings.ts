import { BUDGET_BYTES } from '../../cards/budget.ts';
import { CARD_LIMITS } from '../../cards/limits.ts';
import type { DestinationKind } from '../../destinations/destination.ts';
import { isFields, isTooLarge } from '../message.ts';
import type { Finding, FindingCode } from './schema.ts';
import { type Member, membersOf } from './walk.ts';

/** A MessageCard has at most so many. */
const SECTIONS_LIMIT = 10;
const SEEN_LENGTH = 60;

/** Members that people read, in both forms. */
const TEXTS = new Set([
  'text',
  'title',
  'value',
  'activityTitle',
  'activitySubtitle',
  'activityText',
  'name',
]);
/** Those of them in which Teams draws Markdown. */
const MARKDOWN_TEXTS = new Set(['text', 'value', 'activityText']);

/** A tag; one behind a backslash is text in Markdown. */
const TAG = /(?<!\\)<\/?(?:[a-z][a-z0-9]*)(?:\s[^<>]*)?\/?>/i;
/** Mentions are written as a tag. */
const MENTION = /<\/?at(?:\s[^<>]*)?>/gi;
/** Headings, quotes, code blocks, tables and pictures: Teams shows their signs. */
const UNSUPPORTED_MARKDOWN = /^#{1,6}\s|^>\s|^```|^\|.*\|\s*$|!\[[^\]]*\]\(/m;

const ACTIONS = new Set(['Action.OpenUrl', 'Action.ShowCard', 'Action.ToggleVisibility']);
const ELEMENTS = new Set([
  'AdaptiveCard',
  'TextBlock',
  'RichTextBlock',
  'TextRun',
  'Image',
  'ImageSet',
  'Container',
  'ColumnSet',
  'Column',
  'FactSet',
  'ActionSet',
  'Table',
  'TableRow',
  'TableCell',
  'BackgroundImage',
  'Fallback',
  'mention',
  'message',
]);

/** What Teams would not show as it is meant, in the body for one kind of webhook, with the place of each. */
export function findingsIn(body: unknown, kind: DestinationKind): Finding[] {
  const members = [...membersOf(body)];
  const text = JSON.stringify(body);
  const bytes = Buffer.byteLength(text);
  return [
    ...when(isTooLarge(text), 'too-large', '', bytes),
    ...when(!isTooLarge(text) && bytes > BUDGET_BYTES, 'over-budget', '', bytes),
    ...ofWhole(body, kind),
    ...members.flatMap((member) => [...ofText(member), ...(isMessageCard(body) ? [] : ofElement(member))]),
  ];
}

function ofWhole(body: unknown, kind: DestinationKind): Finding[] {
  if (!isFields(body)) return [];
  if (!isMessageCard(body)) return when(body.type === 'message' && !body.summary, 'no-summary', '', '');
  const { potentialAction: actions, sections } = body;
  const hasActions = Array.isArray(actions) && actions.length > 0;
  return [
    ...when(kind === 'workflow' && hasActions, 'buttons-dropped', '/potentialAction', lengthOf(actions)),
    ...when(lengthOf(actions) > CARD_LIMITS.links, 'too-many-actions', '/potentialAction', lengthOf(actions)),
    ...when(lengthOf(sections) > SECTIONS_LIMIT, 'too-many-sections', '/sections', lengthOf(sections)),
  ];
}

function ofText({ name, at, value }: Member): Finding[] {
  if (typeof value !== 'string' || !TEXTS.has(name)) return [];
  return [
    ...when(TAG.test(value.replace(MENTION, '')), 'html', at, value),
    ...when(MARKDOWN_TEXTS.has(name) && UNSUPPORTED_MARKDOWN.test(value), 'markdown', at, value),
  ];
}

function ofElement({ name, at, value, parent }: Member): Finding[] {
  if (name !== 'type' || typeof value !== 'string') return [];
  if (value.startsWith('Action.')) return when(!ACTIONS.has(value), 'action-unsupported', at, value);
  if (value.startsWith('Input.')) return when(true, 'input', at, value);
  if (value === 'TextBlock') return when(parent.wrap !== true, 'no-wrap', at, parent.text ?? '');
  return when(!ELEMENTS.has(value), 'element-unknown', at, value);
}

function isMessageCard(body: unknown): boolean {
  return isFields(body) && body.type === undefined;
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function when(holds: boolean, code: FindingCode, at: string, seen: unknown): Finding[] {
  const words = String(seen);
  const short = words.length > SEEN_LENGTH ? `${words.slice(0, SEEN_LENGTH)}…` : words;
  return holds ? [{ code, at, seen: short }] : [];
}
