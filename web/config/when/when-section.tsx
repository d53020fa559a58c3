import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useId, useState } from 'react';
import type { Api } from '../../shared/api.ts';
import { useSpeech } from '../../shared/language.ts';
import { Loading } from '../../shared/loading.tsx';
import { PlainButton } from '../../shared/plain-button.tsx';
import { missingIn, type Timing } from './timing.ts';
import { useNextPost } from './use-next-post.ts';
import { momentText, timingText } from './when-text.ts';
import { useWhenWords } from './when-words.ts';

/** Most channels want each event at once, and never open it. */
const WhenEditor = lazy(async () => ({ default: (await import('./when-editor.tsx')).WhenEditor }));

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  title: { margin: 0 },
  next: { color: tokens.colorNeutralForeground2 },
});

interface WhenSectionProps {
  api: Api;
  timing: Timing;
  disabled: boolean;
  onChange(timing: Timing): void;
}

/** When the channel is told: a sentence with the next time, and the controls for who wants it otherwise. */
export function WhenSection({ api, timing, disabled, onChange }: WhenSectionProps) {
  const styles = useStyles();
  const { locale } = useSpeech();
  const words = useWhenWords();
  const [open, setOpen] = useState(false);
  const editorId = useId();
  const next = useNextPost(api, timing);
  const text =
    timingText(timing, words, locale) ??
    missingIn(timing)
      .map((part) => words.missing[part])
      .join(' ');
  return (
    <section className={styles.section}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>
        {words.title}
      </Text>
      <div role="status">
        <Text block>{text}</Text>
        {next !== undefined && (
          <Text block className={styles.next}>
            {next === 'failed' ? words.unknown : words.next(momentText(next, timing.timeZone, locale))}
          </Text>
        )}
      </div>
      <PlainButton small expands={{ id: editorId, open }} onClick={() => setOpen((now) => !now)}>
        {open ? words.done : words.change}
      </PlainButton>
      <div id={editorId} hidden={!open}>
        {open && (
          <Suspense fallback={<Loading />}>
            <WhenEditor timing={timing} disabled={disabled} onChange={onChange} />
          </Suspense>
        )}
      </div>
    </section>
  );
}
