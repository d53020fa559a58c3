import {
  Caption1,
  FluentProvider,
  makeStyles,
  mergeClasses,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import type { GalleryCard } from '../../../server/sandbox/schema.ts';
import { CardView } from '../../shared/card-view/card-view.tsx';
import { cardIn } from '../../shared/card-view/shown-card.ts';
import type { HostTheme } from '../host/context.ts';
import { FLUENT_THEMES } from '../themes.ts';
import { useLanguage, useWords } from '../words.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalM },
  title: { minWidth: 0, overflowWrap: 'anywhere' },
  subtle: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  over: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  bodies: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  body: { minWidth: 0 },
  size: { display: 'block', marginBottom: tokens.spacingVerticalXS },
});

export interface GalleryCardViewProps {
  card: GalleryCard;
  budgetBytes: number;
  themes: readonly HostTheme[];
}

/** One card of the gallery: both forms in each of the themes, with their sizes. */
export function GalleryCardView({ card, budgetBytes, themes }: GalleryCardViewProps) {
  const words = useWords();
  const language = useLanguage();
  const styles = useStyles();
  const digits = new Intl.NumberFormat(language);
  return (
    <article className={styles.root} aria-labelledby={card.id} data-card={card.id}>
      <div className={styles.head}>
        <Subtitle2 as="h2" id={card.id} className={styles.title}>
          {card.title}
        </Subtitle2>
        <Caption1 className={styles.subtle}>{card.id}</Caption1>
      </div>
      {themes.map((theme) => (
        <FluentProvider key={theme} theme={FLUENT_THEMES[theme]} className={styles.bodies} data-theme={theme}>
          {card.bodies.map(({ kind, payload, bytes }) => (
            <section key={kind} className={styles.body} aria-label={words.gallery.forms[kind]}>
              <Caption1 className={mergeClasses(styles.size, bytes > budgetBytes && styles.over)}>
                {words.gallery.forms[kind]}
                {' · '}
                {words.gallery.size(digits.format(bytes), digits.format(budgetBytes))}
              </Caption1>
              <CardView card={cardIn(kind, payload)} language={language} />
            </section>
          ))}
        </FluentProvider>
      ))}
    </article>
  );
}
