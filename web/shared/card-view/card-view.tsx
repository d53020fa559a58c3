import { Caption1, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useMemo } from 'react';
import { convertMessageCard } from './convert-message-card.ts';
import { en } from './locales/en.ts';
import { fr } from './locales/fr.ts';
import type { ShownCard } from './shown-card.ts';

/** The library that draws cards is larger than most pages: it comes when there is a card. */
const DrawnCard = lazy(async () => ({ default: (await import('./drawn-card.tsx')).DrawnCard }));

const WORDS = { en, fr };

const useStyles = makeStyles({
  card: {
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  bar: { height: '4px' },
  note: { display: 'block', margin: `${tokens.spacingVerticalXS} 0`, color: tokens.colorNeutralForeground3 },
});

export interface CardViewProps {
  card: ShownCard;
  /** Of the words around the card. */
  language: 'en' | 'fr';
  /** Somebody pressed a button that posts back, by its place; without it such buttons are only shown. */
  onPress?: ((button: number) => void) | undefined;
}

/** A card as Teams would show it, in the theme around it. A MessageCard is only near to that, and says so. */
export function CardView({ card: { format, content }, language, onPress }: CardViewProps) {
  const words = WORDS[language];
  const styles = useStyles();
  const canPress = onPress !== undefined;
  const converted = useMemo(
    () => (format === 'message-card' ? convertMessageCard(content, canPress) : undefined),
    [format, content, canPress],
  );
  const drawn = converted?.card ?? content;
  return (
    <>
      <div className={styles.card}>
        {converted?.color && <div className={styles.bar} style={{ backgroundColor: converted.color }} />}
        <Suspense fallback={<CardSkeleton />}>
          <DrawnCard content={isObject(drawn) ? drawn : {}} broken={words.broken} onPress={onPress} />
        </Suspense>
      </div>
      {converted && <Caption1 className={styles.note}>{words.approximate}</Caption1>}
      {converted && converted.otherButtons.length > 0 && (
        <Caption1 className={styles.note}>{words.withoutButtons(converted.otherButtons.join(', '))}</Caption1>
      )}
    </>
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function CardSkeleton() {
  return (
    <Skeleton aria-hidden>
      <SkeletonItem size={64} />
    </Skeleton>
  );
}
