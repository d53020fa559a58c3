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
}

export interface EventGroup {
  id: string;
  title: Words;
  eventTypes: EventType[];
}

/** What the operator offers. Change this file to make the connector yours. */
export interface Connector {
  name: string;
  description: Words;
  eventGroups: EventGroup[];
}
