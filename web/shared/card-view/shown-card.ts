/** A card in one of Teams' two forms. */
export interface ShownCard {
  format: 'adaptive-card' | 'message-card';
  content: unknown;
}

/** The card in the body of a request to a webhook of this kind. */
export function cardIn(kind: 'connector' | 'workflow', payload: unknown): ShownCard {
  if (kind === 'connector') return { format: 'message-card', content: payload };
  return { format: 'adaptive-card', content: at(at(at(payload, 'attachments'), 0), 'content') };
}

function at(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
