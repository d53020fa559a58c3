import type { Severity } from './card.ts';
import { plainName } from './field-label.ts';
import { asText, firstField, type NamedFields } from './named-fields.ts';

/** Words that systems say with how bad something is: in fields, and at the end of an event's type. */
const WORDS: Record<Severity, string> = {
  error:
    'error|err|critical|crit|fatal|emergency|emerg|alert|severe|blocker|failure|failed|failing|fails|broken|' +
    'down|crashed|timeout|timed out|denied|rejected|p0|p1|sev0|sev1',
  warning:
    'warning|warn|caution|degraded|unstable|major|high|blocked|overdue|delayed|cancelled|canceled|p2|sev2',
  success:
    'success|successful|succeeded|ok|okay|passed|passing|healthy|up|resolved|recovered|fixed|done|completed|' +
    'complete|approved|accepted|paid|delivered|merged|deployed|published',
  info: 'info|information|informational|notice|debug|low|normal',
};

const SEVERITIES = new Map(
  (['error', 'warning', 'success', 'info'] as const).flatMap((severity) =>
    WORDS[severity].split('|').map((word) => [word, severity] as const),
  ),
);

/** Fields that say nothing but how bad it is: a card that has the colour need not repeat them. */
export const SEVERITY_FIELDS = ['severity', 'level'];
/** Fields that tell it beside something else; a build that is "completed" may have the result "failed". */
const STATUS_FIELDS = ['result', 'outcome', 'conclusion', 'status', 'state', 'priority'];

/** What a word says; nothing when it is not one of those above. */
export function severityOfWord(value: unknown): Severity | undefined {
  const text = asText(value);
  return text === undefined ? undefined : SEVERITIES.get(plainName(text));
}

/**
 * How bad an event is: by its fields `severity`, `level`, `result`, `status` and the like, else by the end of its type
 * ("payment.failed"), else `info`.
 */
export function severityOf(fields: NamedFields, type: string): Severity {
  return (
    firstField(fields, [...SEVERITY_FIELDS, ...STATUS_FIELDS], severityOfWord)?.value ??
    severityOfWord(type.split('.').at(-1)) ??
    'info'
  );
}
