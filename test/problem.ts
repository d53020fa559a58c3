import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import type { ProblemCode } from '../server/problem.ts';

/** That a request was refused, for this reason and in the form of every refusal. */
export function expectProblem(answer: LightMyRequestResponse, status: number, code: ProblemCode): void {
  expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  expect(answer.headers['content-type']).toMatch('application/problem+json');
}
