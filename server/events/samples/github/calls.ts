import { buildCalls } from './builds.ts';
import { codeCalls } from './code.ts';
import { otherCalls } from './others.ts';
import type { SampleCall } from './parts.ts';
import { threadCalls } from './threads.ts';

/** By the type of the event that becomes of it. */
export const GITHUB_CALLS: ReadonlyMap<string, SampleCall> = new Map(
  Object.entries({ ...codeCalls, ...threadCalls, ...buildCalls, ...otherCalls }),
);
