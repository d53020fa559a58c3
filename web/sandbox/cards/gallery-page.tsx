import {
  Body1,
  FluentProvider,
  Link,
  makeStyles,
  Spinner,
  Subtitle1,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useDeferredValue, useEffect, useState } from 'react';
import type { Gallery } from '../../../server/sandbox/schema.ts';
import { api } from '../api.ts';
import { requestFailureWords } from '../failure-words.ts';
import { FLUENT_THEMES } from '../themes.ts';
import { LanguageProvider, useLanguage, useWords } from '../words.tsx';
import { GalleryCardView } from './gallery-card.tsx';
import { GalleryControls } from './gallery-controls.tsx';
import { type GalleryQuery, isWanted, readGalleryQuery, writeGalleryQuery } from './gallery-query.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    boxSizing: 'border-box',
    maxWidth: '1280px',
    minHeight: '100dvh',
    marginInline: 'auto',
    padding: tokens.spacingHorizontalL,
  },
  heading: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: tokens.spacingHorizontalL },
});

/** Every card that there is, in both forms. */
export function GalleryPage() {
  const [query, setQuery] = useState(() => readGalleryQuery(window.location.search));

  useEffect(() => {
    window.history.replaceState(null, '', writeGalleryQuery(query));
    document.documentElement.lang = query.language;
  }, [query]);

  return (
    <FluentProvider theme={FLUENT_THEMES.default}>
      <LanguageProvider language={query.language}>
        <Cards query={query} onChange={(change) => setQuery((known) => ({ ...known, ...change }))} />
      </LanguageProvider>
    </FluentProvider>
  );
}

interface CardsProps {
  query: GalleryQuery;
  onChange(change: Partial<GalleryQuery>): void;
}

function Cards({ query, onChange }: CardsProps) {
  const words = useWords();
  const styles = useStyles();
  const { gallery, error } = useGallery();
  // Typing stays quick while hundreds of cards are drawn.
  const { filter, themes } = useDeferredValue(query);
  const wanted = gallery?.cards.filter((card) => isWanted(card, filter)) ?? [];

  useEffect(() => {
    document.title = `Cardwire · ${words.gallery.title}`;
  }, [words]);

  return (
    <main className={styles.root}>
      <div className={styles.heading}>
        <Subtitle1 as="h1">{words.gallery.title}</Subtitle1>
        <Link href="/sandbox">{words.gallery.back}</Link>
      </div>
      <Body1>{words.gallery.help}</Body1>
      <GalleryControls
        query={query}
        found={gallery ? words.gallery.found(wanted.length, gallery.cards.length) : ''}
        onChange={onChange}
      />
      {error !== undefined && <Text role="alert">{requestFailureWords(words, error)}</Text>}
      {!gallery && error === undefined && <Spinner label={words.gallery.loading} />}
      {gallery &&
        wanted.map((card) => (
          <GalleryCardView key={card.id} card={card} budgetBytes={gallery.budgetBytes} themes={themes} />
        ))}
    </main>
  );
}

/** The cards in the page's language; those of the language before stay until they have come. */
function useGallery(): { gallery?: Gallery; error?: unknown } {
  const language = useLanguage();
  const [state, setState] = useState<{ gallery?: Gallery; error?: unknown }>({});

  useEffect(() => {
    let current = true;
    api.cards(language).then(
      (gallery) => current && setState({ gallery }),
      (error: unknown) => current && setState({ error }),
    );
    return () => {
      current = false;
    };
  }, [language]);

  return state;
}
