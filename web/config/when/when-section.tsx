import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useId, useState } from 'react';
import type { Api } from '../../shared/api.ts';
import { LoadingPart } from '../../shared/loading.tsx';
import { PlainButton } from '../../shared/plain-button.tsx';
import type { Timing } from '../../shared/when/timing.ts';
import { WhenSaid } from '../../shared/when/when-said.tsx';
import { useWhenWords } from '../../shared/when/when-words.ts';

/** Most channels want each event at once, and never open it. */
const WhenEditor = lazy(async () => ({ default: (await import('./when-editor.tsx')).WhenEditor }));

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  title: { margin: 0 },
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
  const words = useWhenWords();
  const [open, setOpen] = useState(false);
  const editorId = useId();
  return (
    <section className={styles.section}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>
        {words.title}
      </Text>
      <div role="status">
        <WhenSaid api={api} timing={timing} />
      </div>
      <PlainButton small expands={{ id: editorId, open }} onClick={() => setOpen((now) => !now)}>
        {open ? words.done : words.change}
      </PlainButton>
      <div id={editorId} hidden={!open}>
        {open && (
          <Suspense fallback={<LoadingPart />}>
            <WhenEditor timing={timing} disabled={disabled} onChange={onChange} />
          </Suspense>
        )}
      </div>
    </section>
  );
}
