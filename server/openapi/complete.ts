import { PROBLEMS, type ProblemCode } from '../problem.ts';
import { BY_HAND } from './by-hand.ts';
import { type Call, pathOf } from './call.ts';
import { COMPONENTS } from './components.ts';
import { groupOf, REFUSALS } from './groups.ts';
import { PARAMETERS } from './parameters.ts';

/** What a body holds, by its content type. */
export type Content = Record<string, { schema?: unknown; example?: unknown }>;

export interface Response {
  description: string;
  content?: Content;
}

/** A call within the document. */
export interface Operation {
  summary?: string;
  tags?: string[];
  security?: Record<string, string[]>[];
  parameters?: { name: string; in: string; description?: string; example?: unknown; schema?: unknown }[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, Response>;
}

/** Adds what schemas do not tell: examples, what parameters mean, bodies read by hand, and every problem. */
export function completeOperation(operation: Operation, call: Call): void {
  const byHand = BY_HAND[`${call.method} ${pathOf(call)}`];
  if (byHand?.requestBody) operation.requestBody = byHand.requestBody;
  if (byHand?.responses) operation.responses = { ...byHand.responses };
  if (operation.requestBody) {
    operation.requestBody.required ??= true;
    giveExamples(operation.requestBody.content);
  }
  for (const parameter of operation.parameters ?? []) Object.assign(parameter, PARAMETERS[parameter.name]);
  for (const [status, response] of Object.entries(operation.responses)) {
    if (!byHand?.responses) response.description = status === '204' ? 'Done.' : 'The answer.';
    giveExamples(response.content ?? {});
  }
  for (const [status, codes] of Map.groupBy(problemsOf(call, operation), (code) => PROBLEMS[code].status)) {
    operation.responses[status] = problemResponse(codes);
  }
}

function giveExamples(content: Content): void {
  for (const media of Object.values(content)) {
    const example = COMPONENTS[nameOf(media.schema) ?? '']?.example;
    if (example !== undefined) media.example ??= example;
  }
}

/** The component that a schema refers to. */
function nameOf(schema: unknown): string | undefined {
  const reference: unknown =
    typeof schema === 'object' && schema !== null ? Reflect.get(schema, '$ref') : undefined;
  return typeof reference === 'string' ? reference.slice(reference.lastIndexOf('/') + 1) : undefined;
}

/** Everything that the call can be answered with when it does not work. */
function problemsOf(call: Call, { parameters = [], requestBody }: Operation): ProblemCode[] {
  const { security } = groupOf(call.url);
  const always: ProblemCode[] = call.url.startsWith('/health/')
    ? []
    : ['too-many-requests', 'internal', 'unavailable'];
  return [
    ...new Set<ProblemCode>([
      ...(requestBody || parameters.length > 0 ? (['invalid-request'] as const) : []),
      ...(requestBody ? (['invalid-json', 'body-too-large', 'unsupported-media-type'] as const) : []),
      ...(security ? REFUSALS[security] : []),
      ...(call.schema.problems ?? []),
      ...(call.url.startsWith('/connect/api/') ? (['foreign-page', 'connect-off'] as const) : []),
      ...always,
    ]),
  ];
}

function problemResponse(codes: readonly ProblemCode[]): Response {
  return {
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(' '),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        example: exampleOf(codes[0] ?? 'internal'),
      },
    },
  };
}

function exampleOf(code: ProblemCode) {
  const { status, title } = PROBLEMS[code];
  return {
    type: `urn:cardwire:problem:${code}`,
    title,
    status,
    code,
    detail: 'What to do about it, in words for people.',
    requestId: 'req-1a',
  };
}
