import { AdaptiveCard, HostConfig, OpenUrlAction, SubmitAction } from 'adaptivecards';
import { HOST_CONFIG } from './host-config.ts';
import { markdownToHtml } from './markdown.ts';

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text);
  result.didProcess = true;
};

/**
 * An Adaptive Card as an element, or nothing when it is none that can be drawn. Its buttons open http(s) and
 * mailto links in a new window; those that post back call `onPress` with their place; all others do nothing, as
 * with cards that a webhook posted.
 */
export function renderCard(content: object, onPress?: (button: number) => void): HTMLElement | undefined {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(HOST_CONFIG);
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction && /^(?:https?:\/\/|mailto:)/i.test(action.url ?? '')) {
      window.open(action.url, '_blank', 'noopener,noreferrer');
    }
    const button = action instanceof SubmitAction && Reflect.get(action.data ?? {}, 'button');
    if (typeof button === 'number') onPress?.(button);
  };
  try {
    card.parse(content);
    const element = card.render();
    // The library lets the keyboard stop at every card, where there is nothing to do.
    element?.removeAttribute('tabindex');
    return element;
  } catch {
    // The library throws on some shapes that no card has.
    return undefined;
  }
}
