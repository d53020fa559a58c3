import { Body1, FluentProvider, Link, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Draft } from '../../../server/sandbox/playground/schema.ts';
import type { SandboxChannel } from '../../../server/sandbox/schema.ts';
import { api } from '../api.ts';
import { requestFailureWords } from '../failure-words.ts';
import { readPreferences } from '../preferences.ts';
import { FLUENT_THEMES } from '../themes.ts';
import { LanguageProvider, languageOfWords, useLanguage, useWords } from '../words.tsx';
import { Editor } from './editor.tsx';
import { EXAMPLES } from './examples.ts';
import { FormView } from './form-view.tsx';
import { PostForm } from './post-form.tsx';
import { useChecked } from './use-checked.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    boxSizing: 'border-box',
    minHeight: '100dvh',
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  heading: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: tokens.spacingHorizontalL },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXL,
  },
  side: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, minWidth: 0 },
});

/** Cards by hand, in the look that the visitor chose in the sandbox. */
export function PlaygroundPage() {
  const [{ theme, language }] = useState(() => readPreferences(storage(), navigator.language));
  const spoken = languageOfWords(language);
  useEffect(() => {
    document.documentElement.lang = spoken;
  }, [spoken]);
  return (
    <FluentProvider theme={FLUENT_THEMES[theme]}>
      <LanguageProvider language={spoken}>
        <Playground />
      </LanguageProvider>
    </FluentProvider>
  );
}

function Playground() {
  const words = useWords();
  const styles = useStyles();
  const language = useLanguage();
  const [draft, setDraft] = useState<Draft>({ ...EXAMPLES.event, language });
  const [channels, setChannels] = useState<readonly SandboxChannel[]>([]);
  const { checked, error } = useChecked(draft);

  useEffect(() => {
    document.title = `Cardwire · ${words.playground.title}`;
  }, [words]);
  useEffect(() => {
    // Without the channels a real address can still be posted to.
    api.state().then(
      (state) => setChannels(state.channels),
      () => {},
    );
  }, []);

  const change = (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part }));
  return (
    <main className={styles.root}>
      <div className={styles.heading}>
        <Subtitle1 as="h1">{words.playground.title}</Subtitle1>
        <Link href="/sandbox">{words.gallery.back}</Link>
      </div>
      <Body1>{words.playground.help}</Body1>
      {error !== undefined && <Text role="alert">{requestFailureWords(words, error)}</Text>}
      <div className={styles.columns}>
        <div className={styles.side}>
          <Editor draft={draft} problem={checked?.problem} onChange={change} />
          <PostForm draft={draft} channels={channels} />
        </div>
        {checked?.forms.map((form) => (
          <FormView
            key={form.kind}
            form={form}
            budgetBytes={checked.budgetBytes}
            onEdit={(text) => change({ mode: 'card', text })}
          />
        ))}
      </div>
    </main>
  );
}

/** Browsers that deny storage throw at the mere mention of it. */
function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
