import { Type } from 'typebox';
import { typedCard } from '../server/cards/typed-card.ts';

/** What our task system sends; see docs/events.md for the fields that need no template. */
const Task = Type.Object({
  title: Type.String(),
  assignee: Type.Optional(Type.String()),
  status: Type.Optional(Type.String()),
  /** A day: "2026-03-12". */
  due: Type.Optional(Type.String()),
});

/** The worked example of a template: a sentence for a title, and the three facts that matter. */
export const taskCard = typedCard(Task, ({ title, assignee, status, due }, { type }) => ({
  title:
    type === 'task.created'
      ? { en: `New task: ${title}`, fr: `Nouvelle tâche\u00a0: ${title}` }
      : { en: `Task updated: ${title}`, fr: `Tâche modifiée\u00a0: ${title}` },
  facts: [
    { title: { en: 'Assigned to', fr: 'Confiée à' }, value: assignee },
    { title: { en: 'Status', fr: 'État' }, value: status },
    { title: { en: 'Due', fr: 'Échéance' }, value: due },
  ],
}));
