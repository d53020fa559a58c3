import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { inWords, toFieldProblems } from '../../field-problems.ts';

const CodeFile = Type.Object(
  {
    version: Type.Optional(Type.Literal(1)),
    configurations: Type.Array(Type.Object({}, { additionalProperties: true })),
  },
  { additionalProperties: false },
);

/** The entries of a file; each is checked where it is applied. Throws, in words for people, when it is none. */
export function readCodeFile(text: string): Static<typeof CodeFile>['configurations'] {
  const file = parse(text);
  if (Value.Check(CodeFile, file)) return file.configurations;
  const problems = inWords(toFieldProblems(Value.Errors(CodeFile, file)), 'It');
  throw new Error(`The file is not one of configurations. ${problems}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`The file is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const FromVariable = Type.Object(
  { destination: Type.Object({ env: Type.String() }, { additionalProperties: false }) },
  { additionalProperties: true },
);

/** An entry with the address that it takes from a variable of the environment; why not, if that is not set. */
export function withAddress(entry: object, env: NodeJS.ProcessEnv): object | string {
  if (!Value.Check(FromVariable, entry)) return entry;
  const url = env[entry.destination.env];
  if (!url) return `The variable ${entry.destination.env} is not set.`;
  return { ...entry, destination: { url } };
}
