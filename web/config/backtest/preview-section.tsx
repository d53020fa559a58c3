import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { BacktestAnswer } from '../../../server/lookback/schema.ts';

import type { Api } from '../../shared/api.ts';
import { useSeen } from '../../shared/use-seen.ts';
import type { CardLook } from './card-look.ts';
import { PreviewCard } from './preview-card.tsx';
import { Samples } from './samples.tsx';
import { useBacktestWords } from './words.ts';

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  title: { margin: 0 },
  subtle: { color: tokens.colorNeutralForeground2 },
});

interface PreviewSectionProps {
  api: Api;
  /** The newest events that would have come. */
  samples: BacktestAnswer['samples'];
  /** The first of the chosen types: its made-up card is shown while nothing came. */
  firstType: string | undefined;
  /** How cards are drawn for this channel. */
  look: CardLook;
}

/** How the cards would look: the newest that would have come, else an example. Drawn once it is in view. */
export function PreviewSection({ api, samples, firstType, look }: PreviewSectionProps) {
  const styles = useStyles();
  const words = useBacktestWords();
  const [place, seen] = useSeen<HTMLElement>();
  return (
    <section ref={place} className={styles.section} hidden={firstType === undefined}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>
        {words.title}
      </Text>
      {firstType !== undefined && (
        <Text size={200} className={styles.subtle}>
          {samples.length > 0 ? words.samples : words.madeUp}
        </Text>
      )}
      {seen && samples.length > 0 && <Samples api={api} samples={samples} look={look} />}
      {seen && samples.length === 0 && firstType !== undefined && (
        <PreviewCard api={api} wanted={{ eventType: firstType, ...look }} />
      )}
    </section>
  );
}
