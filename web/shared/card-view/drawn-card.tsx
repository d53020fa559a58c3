import { useLayoutEffect, useRef } from 'react';
import './adaptive-card.css';
import { renderCard } from './render-card.ts';

/** An Adaptive Card, drawn by Microsoft's library. `broken` stands in for what cannot be drawn. */
export function DrawnCard({ content, broken }: { content: object; broken: string }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.replaceChildren(renderCard(content) ?? broken);
  }, [content, broken]);
  return <div ref={place} />;
}
