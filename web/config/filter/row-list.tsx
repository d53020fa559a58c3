import { makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Api } from '../../shared/api.ts';
import { useSpeech } from '../../shared/language.ts';
import { PlainButton } from '../../shared/plain-button.tsx';
import { type FilterField, newRow, type Row } from './filter-draft.ts';
import { FilterRow } from './filter-row.tsx';
import { RemoveButton } from './remove-button.tsx';
import { phraseOf } from './sentence.ts';
import { useFilterWords } from './words.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  header: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { margin: 0 },
  kept: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  keptText: { flexGrow: 1, overflowWrap: 'anywhere' },
  subtle: { color: tokens.colorNeutralForeground3 },
});

interface RowListProps {
  api: Api;
  /** Which of the two lists it is. */
  list: 'only' | 'never';
  rows: readonly Row[];
  /** Whether all must hold, or any; for a list where that is not open, left out. */
  match?: { value: 'all' | 'any'; onChange(match: 'all' | 'any'): void };
  fields: readonly FilterField[];
  offered: readonly FilterField[];
  limits: { valueLength: number; values: number; conditions: number };
  /** Whether another row can be added. */
  full: boolean;
  /** What is wrong with a row, by its key. */
  problems: ReadonlyMap<string, string>;
  noteOf(row: Row): string | undefined;
  disabled: boolean;
  onChange(rows: readonly Row[]): void;
}

/** The conditions of one list, and the button that adds one. */
export function RowList(props: RowListProps) {
  const { api, list, rows, match, fields, offered, limits, full, problems, noteOf, disabled, onChange } =
    props;
  const styles = useStyles();
  const words = useFilterWords();
  const { locale } = useSpeech();
  const place = useFocusOfNewRows(rows.length);
  const remove = (row: Row) => onChange(rows.filter((one) => one !== row));

  const shown = rows.map((row, index): ReactNode => {
    if ('kept' in row) {
      const phrase = phraseOf(row.kept, { fields, words, locale });
      return (
        <div key={row.key} className={styles.kept}>
          <Text className={styles.keptText}>
            {phrase} <span className={styles.subtle}>({words.fixed})</span>
          </Text>
          <RemoveButton label={words.remove(phrase)} disabled={disabled} onClick={() => remove(row)} />
        </div>
      );
    }
    return (
      <FilterRow
        key={row.key}
        api={api}
        row={row}
        label={words.row[list](index + 1)}
        fields={fields}
        offered={offered}
        limits={limits}
        problem={problems.get(row.key)}
        note={noteOf(row)}
        disabled={disabled}
        onChange={(changed) => onChange(rows.map((one) => (one === row ? changed : one)))}
        onRemove={() => remove(row)}
      />
    );
  });

  return (
    <div className={styles.list} ref={place}>
      <div className={styles.header}>
        <Text as="h3" weight="semibold" className={styles.title}>
          {words[list]}
        </Text>
        {match !== undefined && rows.length > 1 && (
          <Select
            size="small"
            aria-label={words.match}
            value={match.value}
            disabled={disabled}
            onChange={(_, { value }) => match.onChange(value === 'any' ? 'any' : 'all')}
          >
            <option value="all">{words.matches.all}</option>
            <option value="any">{words.matches.any}</option>
          </Select>
        )}
      </div>
      {shown}
      {full ? (
        <Text size={200} className={styles.subtle}>
          {words.most(limits.conditions)}
        </Text>
      ) : (
        <PlainButton
          small
          label={words.addTo[list]}
          disabled={disabled}
          onClick={() => onChange([...rows, newRow()])}
        >
          {words.add}
        </PlainButton>
      )}
    </div>
  );
}

/** A row that was just added is where the user goes on; one that was removed leaves them at the button. */
function useFocusOfNewRows(count: number) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(count);
  useEffect(() => {
    const change = count - before.current;
    before.current = count;
    if (change > 0) place.current?.querySelector<HTMLElement>('fieldset:last-of-type select')?.focus();
    if (change < 0) place.current?.querySelector<HTMLElement>(':scope > button')?.focus();
  }, [count]);
  return place;
}
