import {
  Body1,
  Button,
  Caption1,
  makeStyles,
  mergeClasses,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import type { Form } from '../../../server/sandbox/playground/schema.ts';
import { CardView } from '../../shared/card-view/card-view.tsx';
import { useLanguage, useWords } from '../words.tsx';
import { FindingList } from './finding-list.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  over: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  answer: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  json: {
    maxHeight: '320px',
    margin: 0,
    overflow: 'auto',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  edit: { alignSelf: 'start' },
});

export interface FormViewProps {
  form: Form;
  budgetBytes: number;
  /** Takes the body over into the editor. */
  onEdit(text: string): void;
}

/** One of the two forms: how it looks, its size, what would be answered, and what was found. */
export function FormView({ form, budgetBytes, onEdit }: FormViewProps) {
  const words = useWords();
  const language = useLanguage();
  const styles = useStyles();
  const digits = new Intl.NumberFormat(language);
  const name = words.gallery.forms[form.kind];
  return (
    <section className={styles.root} aria-label={name}>
      <Subtitle2 as="h2">{name}</Subtitle2>
      <Caption1 className={mergeClasses(form.bytes > budgetBytes && styles.over)}>
        {words.gallery.size(digits.format(form.bytes), digits.format(budgetBytes))}
      </Caption1>
      {form.shown ? (
        <CardView card={form.shown} language={language} />
      ) : (
        <Body1>{words.playground.refused}</Body1>
      )}
      <Caption1 className={styles.answer}>
        {words.playground.answer(form.answer.status, form.answer.words)}
      </Caption1>
      {(form.shown || form.findings.length > 0) && (
        <FindingList label={words.playground.findingsOf(name)} findings={form.findings} />
      )}
      <details>
        <summary>
          <Caption1>{words.playground.body}</Caption1>
        </summary>
        <pre className={styles.json}>{JSON.stringify(form.body, null, 2)}</pre>
      </details>
      <Button className={styles.edit} size="small" onClick={() => onEdit(JSON.stringify(form.body, null, 2))}>
        {words.playground.edit}
      </Button>
    </section>
  );
}
