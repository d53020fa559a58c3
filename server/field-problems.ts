import type { FieldProblem } from './problem.ts';

/** One thing that a schema check found, as Ajv (requests) and TypeBox (events) tell it. */
export interface SchemaError {
  keyword: string;
  /** A JSON pointer. */
  instancePath: string;
  params: object;
  message?: string | undefined;
}

/** More is no help to anybody, and a body can be made to hold as many faults as bytes. */
const TOLD_MOST = 50;
/** Of these, as each is looked at together with all others. */
const READ_MOST = 500;

/**
 * What is wrong with which field, in words that follow its name; the first of them, where there are many. `within`
 * is the pointer of the checked value inside the body.
 */
export function toFieldProblems(errors: readonly SchemaError[], within = ''): FieldProblem[] {
  const read = errors.slice(0, READ_MOST);
  const found = read.flatMap((error) => wordsFor(error, read));
  const told = new Map(found.map((field) => [JSON.stringify(field), field]));
  return [...told.values()]
    .slice(0, TOLD_MOST)
    .map(({ pointer, detail }) => ({ pointer: within + pointer, detail }));
}

/** All of it as one text; `whole` stands for the checked value itself, "The body". */
export function inWords(fields: readonly FieldProblem[], whole: string): string {
  return fields.map(({ pointer, detail }) => `${pointer || whole} ${detail}`).join(' ');
}

function wordsFor(error: SchemaError, all: readonly SchemaError[]): FieldProblem[] {
  const { keyword, instancePath, message } = error;
  const here = (detail: string) => [{ pointer: instancePath, detail }];
  const at = (names: unknown[], detail: string) =>
    names
      .slice(0, TOLD_MOST)
      .map((name) => ({ pointer: `${instancePath}/${escaped(String(name))}`, detail }));
  const param = (name: string): unknown => Reflect.get(error.params, name);
  switch (keyword) {
    case 'required':
      return at([param('requiredProperties') ?? param('missingProperty')].flat(), 'is missing.');
    case 'additionalProperties':
      return at(
        [param('additionalProperties') ?? param('additionalProperty')].flat(),
        'is not known here: leave it out.',
      );
    case 'boolean':
      // TypeBox tells a property that is not known a second time.
      return [];
    case 'type':
      return here(`must be ${withArticle(String(param('type')))}.`);
    case 'const':
      return here(`must be ${allowed(all, instancePath)}.`);
    case 'anyOf':
      // Its parts were told.
      return all.some((other) => other !== error && other.instancePath.startsWith(instancePath))
        ? []
        : here(`${message ?? 'is not valid'}.`);
    case 'minLength':
    case 'minItems':
      return here('must not be empty.');
    case 'maxLength':
      return here(`may have at most ${param('limit')} characters.`);
    case 'maxItems':
      return here(`may have at most ${param('limit')} entries.`);
    case 'pattern':
      return here('holds characters that do not belong there.');
    case 'format':
      return here('must be a time such as 2026-11-21T10:00:00Z.');
    default:
      return here(`${message ?? 'is not valid'}.`);
  }
}

/** A choice fails once for each of its values. */
function allowed(all: readonly SchemaError[], path: string): string {
  const values = all
    .filter(({ keyword, instancePath }) => keyword === 'const' && instancePath === path)
    .map(({ params }) => JSON.stringify(Reflect.get(params, 'allowedValue')));
  return values.length > 1 ? `one of ${values.join(', ')}` : String(values[0]);
}

function withArticle(type: string): string {
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}

/** RFC 6901. */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
