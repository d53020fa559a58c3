import { Checkbox, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { THEMES } from '../preferences.ts';
import { LANGUAGES, useWords } from '../words.tsx';
import type { GalleryQuery } from './gallery-query.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXXL },
  themes: { minWidth: 0, margin: 0, padding: 0, border: 'none' },
  legend: { paddingBlock: tokens.spacingVerticalXXS, paddingInline: 0 },
  boxes: { display: 'flex', flexWrap: 'wrap' },
});

export interface GalleryControlsProps {
  query: GalleryQuery;
  /** Says how many cards the filter leaves. */
  found: string;
  onChange(change: Partial<GalleryQuery>): void;
}

/** Which cards are shown, in which themes and language. */
export function GalleryControls({ query, found, onChange }: GalleryControlsProps) {
  const words = useWords();
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Field label={words.gallery.filter} hint={{ children: found, role: 'status' }}>
        <Input
          type="search"
          value={query.filter}
          onChange={(_event, { value }) => onChange({ filter: value })}
        />
      </Field>
      <fieldset className={styles.themes}>
        <legend className={styles.legend}>{words.theme}</legend>
        <div className={styles.boxes}>
          {THEMES.map((theme) => (
            <Checkbox
              key={theme}
              label={words.themes[theme]}
              checked={query.themes.includes(theme)}
              onChange={(_event, { checked }) =>
                onChange({
                  themes: THEMES.filter((known) =>
                    known === theme ? checked === true : query.themes.includes(known),
                  ),
                })
              }
            />
          ))}
        </div>
      </fieldset>
      <Field label={words.language}>
        <RadioGroup
          layout="horizontal"
          value={query.language}
          onChange={(_event, { value }) =>
            onChange({ language: LANGUAGES.find((language) => language === value) ?? 'en' })
          }
        >
          {LANGUAGES.map((language) => (
            <Radio key={language} value={language} label={words.languages[language]} />
          ))}
        </RadioGroup>
      </Field>
    </div>
  );
}
