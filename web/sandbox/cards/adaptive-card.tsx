import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { HostTheme } from '../host/context.ts';
import { FLUENT_THEMES } from '../themes.ts';
import { useWords } from '../words.tsx';
import './adaptive-card.css';
import { renderCard } from './render-card.ts';

const useStyles = makeStyles({
  broken: { padding: tokens.spacingVerticalM, color: tokens.colorPaletteRedForeground1 },
});

/** An Adaptive Card, drawn by Microsoft's library in the colours of the theme. */
export function AdaptiveCardView(props: { content: object; theme: HostTheme }) {
  const { content, theme } = props;
  const words = useWords();
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const [broken, setBroken] = useState(false);

  useEffect(() => {
    const element = renderCard(content, FLUENT_THEMES[theme]);
    setBroken(element === undefined);
    place.current?.replaceChildren(...(element ? [element] : []));
  }, [content, theme]);

  return (
    <>
      <div ref={place} />
      {broken && <div className={styles.broken}>{words.cardBroken}</div>}
    </>
  );
}
