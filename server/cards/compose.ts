import { eventTypeOf } from '../events/catalog.ts';
import type { Event } from '../events/event.ts';
import { bounded } from './bounded.ts';
import type { Card } from './card.ts';
import { genericCard } from './generic-card.ts';
import { GITHUB_TEMPLATES } from './github/github-card.ts';
import type { CardContext, CardTemplate } from './template.ts';

export interface ComposeContext extends CardContext {
  /** Hears of a template that threw, so that its author learns of it. */
  templateFailed?: (eventType: string, error: unknown) => void;
}

/** The operator's own templates come first, so that they can also replace those of GitHub's events. */
function templateOf(type: string, { connector }: ComposeContext): CardTemplate {
  return eventTypeOf(connector, type)?.card ?? GITHUB_TEMPLATES.get(type) ?? genericCard;
}

/**
 * The card of an event for one channel: made by its type's template, else generic, and within the bounds
 * that `Card` promises. A template that throws fails open: the channel gets the generic card rather than
 * nothing, and `templateFailed` is told.
 */
export function composeCard(event: Event, context: ComposeContext): Card {
  return {
    ...bounded(fromTemplate(event, context)),
    language: context.language,
    timeZone: context.timeZone,
  };
}

function fromTemplate(event: Event, context: ComposeContext): Card {
  try {
    return templateOf(event.type, context)(event, context);
  } catch (error) {
    context.templateFailed?.(event.type, error);
    return genericCard(event, context);
  }
}
