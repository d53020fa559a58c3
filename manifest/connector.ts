import type { CardTemplate } from '../server/cards/template.ts';
import type { JsonObject } from '../server/events/event.ts';
import type { FilterField } from './filter-fields.ts';
import { githubEventGroups } from './github-events.ts';
import { taskCard } from './task-card.ts';
import { taskFilterFields } from './task-filter-fields.ts';
import { taskSample } from './task-sample.ts';

/** Words in every language that the pages and cards speak. */
export interface Words {
  en: string;
  fr: string;
}

/** One kind of event that channels can choose. */
export interface EventType {
  /** The CloudEvent's `type`. */
  type: string;
  title: Words;
  /** What it means, in one sentence, for somebody who never saw one. */
  description: Words;
  /** Ticked for somebody who configures for the first time. */
  suggested: boolean;
  /** What a channel's filter can ask of it, in the order in which a page offers it. */
  filterFields?: FilterField[];
  /** Makes its cards; without it they are generic, and show the fields described in docs/events.md. */
  card?: CardTemplate;
  /** The `data` of an event as it may come: previews and the gallery show its card. */
  sample?: JsonObject;
}

export interface EventGroup {
  id: string;
  title: Words;
  eventTypes: EventType[];
}

/** What the operator offers. Change this file, and `listing.ts`, to make the connector yours. */
export interface Connector {
  name: string;
  description: Words;
  eventGroups: EventGroup[];
}

/** docs/events.md tells how to add an event type of your own. */
export const connector: Connector = {
  name: 'Cardwire',
  description: {
    en: 'Posts what happens in your tools, as cards.',
    fr: 'Publie, sous forme de cartes, ce qui se passe dans vos outils.',
  },
  eventGroups: [
    {
      id: 'tasks',
      title: { en: 'Tasks', fr: 'Tâches' },
      eventTypes: [
        {
          type: 'task.created',
          title: { en: 'Task created', fr: 'Tâche créée' },
          description: {
            en: 'Somebody added a task.',
            fr: 'Quelqu’un a ajouté une tâche.',
          },
          suggested: true,
          filterFields: taskFilterFields,
          card: taskCard,
          sample: taskSample({ status: 'Open', actions: [{ id: 'done', title: 'Mark as done' }] }),
        },
        {
          type: 'task.updated',
          title: { en: 'Task updated', fr: 'Tâche modifiée' },
          description: {
            en: 'Somebody changed a task, finished it or gave it to someone else.',
            fr: 'Quelqu’un a modifié une tâche, l’a terminée ou l’a confiée à une autre personne.',
          },
          suggested: false,
          filterFields: taskFilterFields,
          card: taskCard,
          sample: taskSample({ status: 'Done', text: 'Two coats are on.' }),
        },
      ],
    },
    ...githubEventGroups,
  ],
};
