import { expect, it } from 'vitest';
import { newSessionId } from '../../../web/sandbox/session-id.ts';

it('has the form of a GUID and is never the same', () => {
  const ids = Array.from({ length: 100 }, newSessionId);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(100);
});
