import { useLayoutEffect, useRef } from 'react';
import './adaptive-card.css';
import { renderCard } from './render-card.ts';

export interface DrawnCardProps {
  content: object;
  /** Stands in for what cannot be drawn. */
  broken: string;
  onPress?: ((button: number) => void) | undefined;
}

/** An Adaptive Card, drawn by Microsoft's library. */
export function DrawnCard({ content, broken, onPress }: DrawnCardProps) {
  const place = useRef<HTMLDivElement>(null);
  // Not drawn anew for another function: that would take the focus away.
  const press = useRef(onPress);
  press.current = onPress;
  useLayoutEffect(() => {
    place.current?.replaceChildren(renderCard(content, (button) => press.current?.(button)) ?? broken);
  }, [content, broken]);
  return <div ref={place} />;
}
