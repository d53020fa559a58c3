import { APPLIED_AT_ONCE, type Applied, ApplyResult, ConfigurationCode } from '../code/schema.ts';
import { ask } from './ask.ts';
import { askPages } from './ask-pages.ts';
import { readCodeFile, withAddress } from './code-file.ts';
import { codeInWords } from './code-in-words.ts';
import { type Command, noMore, onlyOperand, type Surroundings } from './command.ts';

export const codeCommands: readonly Command[] = [
  {
    name: 'configurations export',
    usage: '[--tenant ID]',
    about: [
      'Writes all configurations as JSON, with their webhooks encrypted: see docs/configurations-as-code.md.',
    ],
    options: { tenant: { type: 'string' } },
    read(values, operands) {
      noMore(operands);
      return async (around) => {
        const path = '/api/operate/configurations/export';
        const call = { path, filters: ['tenant'], item: ConfigurationCode };
        const { items } = await askPages(around, { ...values, all: true }, call);
        const file = { version: 1, configurations: items };
        return { words: `${JSON.stringify(file, null, 2)}\n`, json: file };
      };
    },
  },
  {
    name: 'configurations apply',
    usage: 'FILE [--dry-run]',
    about: [
      'Brings configurations to what a file says, and tells what differs; "-" reads what is piped in. What is not in',
      'the file stays as it is. With --dry-run nothing is changed.',
    ],
    options: { 'dry-run': { type: 'boolean' } },
    read(values, operands) {
      const path = onlyOperand(operands, 'the file to apply, or "-"');
      const dryRun = values['dry-run'] === true;
      return async (around) => {
        const items = await applyAll(around, readCodeFile(await around.readFile(path)), dryRun);
        const failed = items.some(({ outcome }) => outcome === 'failed');
        return { words: codeInWords(items, dryRun), json: { dryRun, items }, failed };
      };
    },
  },
];

/** In parts. When the server is lost on the way, what was not sent is told as failed: the rest was done. */
async function applyAll(
  around: Surroundings,
  entries: readonly object[],
  dryRun: boolean,
): Promise<Applied[]> {
  const items: Applied[] = [];
  for (let start = 0; start < entries.length; start += APPLIED_AT_ONCE) {
    const part = entries.slice(start, start + APPLIED_AT_ONCE);
    try {
      items.push(...(await applyPart(around, part, dryRun)));
    } catch (error) {
      // Nothing was done at all: then that is the answer.
      if (start === 0) throw error;
      const detail = error instanceof Error ? error.message : String(error);
      return [...items, ...entries.slice(start).map((entry) => failedEntry(entry, 'not-sent', detail))];
    }
    if (entries.length > APPLIED_AT_ONCE) around.tell(`${items.length} of ${entries.length}`);
  }
  return items;
}

async function applyPart(around: Surroundings, part: readonly object[], dryRun: boolean): Promise<Applied[]> {
  const sent = part.map((entry) => withAddress(entry, around.env));
  const configurations = sent.filter((entry) => typeof entry !== 'string');
  const { items } =
    configurations.length === 0
      ? { items: [] }
      : await ask(around, {
          path: '/api/operate/configurations/apply',
          body: { dryRun, configurations },
          answer: ApplyResult,
        });
  const answers = [...items];
  return part.map((entry, index) => {
    const missing = sent[index];
    if (typeof missing === 'string') return failedEntry(entry, 'variable-missing', missing);
    return answers.shift() ?? failedEntry(entry, 'no-answer', 'The server said nothing of it.');
  });
}

function failedEntry(entry: object, code: string, detail: string): Applied {
  const names = ['key', 'name'].flatMap((field) => {
    const value: unknown = Reflect.get(entry, field);
    return typeof value === 'string' ? [[field, value]] : [];
  });
  return { ...Object.fromEntries(names), outcome: 'failed', changes: [], problem: { code, detail } };
}
