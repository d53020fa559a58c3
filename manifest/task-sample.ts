import type { JsonObject } from '../server/events/event.ts';

/** The data of a task as an event carries it; `change` is what differs. */
export function taskSample(change: JsonObject): JsonObject {
  return {
    title: 'Repaint the north door',
    text: 'The salt has taken the paint off again. **Two coats**, please, before the storms.',
    url: 'https://tasks.example/lighthouse/214',
    actor: { name: 'Ada Marsh' },
    assignee: 'Louis Perrin',
    due: '2026-12-04',
    ...change,
  };
}
