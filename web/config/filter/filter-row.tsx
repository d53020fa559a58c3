import { makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Api } from '../../shared/api.ts';
import { useSpeech } from '../../shared/language.ts';
import type { EditableRow, FilterField, RowOperator } from './filter-draft.ts';
import { RemoveButton } from './remove-button.tsx';
import { phraseOf } from './sentence.ts';
import { SuggestBox } from './suggest-box.tsx';
import { conditionOf } from './to-filter.ts';
import { useSuggestions } from './use-suggestions.ts';
import { ValuesField } from './values-field.tsx';
import { useFilterWords } from './words.ts';

const OPERATORS: readonly RowOperator[] = ['is', 'is not', 'one of', 'contains', 'starts with'];

const useStyles = makeStyles({
  row: {
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
  },
  controls: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'start' },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 150px), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalS,
    flexGrow: 1,
    minWidth: 0,
  },
  select: { minWidth: 0 },
  problem: { color: tokens.colorPaletteRedForeground1 },
  note: { color: tokens.colorNeutralForeground2 },
});

export interface FilterRowProps {
  api: Api;
  row: EditableRow;
  /** Names the row for those who do not see where it stands. */
  label: string;
  /** All that can be asked; `offered` are those that some chosen event has. */
  fields: readonly FilterField[];
  offered: readonly FilterField[];
  limits: { valueLength: number; values: number };
  /** What is wrong with it, in words. */
  problem: string | undefined;
  /** What else should be known of it. */
  note: string | undefined;
  disabled: boolean;
  onChange(row: EditableRow): void;
  onRemove(): void;
}

/** One condition: what, how, and the value. */
export function FilterRow(props: FilterRowProps) {
  const { api, row, label, fields, offered, limits, problem, note, disabled, onChange, onRemove } = props;
  const styles = useStyles();
  const words = useFilterWords();
  const { locale } = useSpeech();
  const problemId = useId();
  const suggestions = useSuggestions(api, row.field);
  const field = fields.find((one) => one.field === row.field);
  const kind = field?.kind ?? 'text';
  const condition = conditionOf(row, fields);
  const choice = field === undefined || offered.includes(field) ? offered : [...offered, field];
  const setOperator = (operator: RowOperator) =>
    onChange({ ...row, operator, values: operator === 'one of' ? row.values : row.values.slice(0, 1) });
  return (
    <fieldset
      className={styles.row}
      aria-label={label}
      aria-describedby={problem === undefined ? undefined : problemId}
    >
      <div className={styles.controls}>
        <div className={styles.fields}>
          <Select
            className={styles.select}
            aria-label={words.field}
            value={row.field}
            disabled={disabled}
            onChange={(_, { value }) => onChange({ ...row, field: value, operator: 'is', values: [] })}
          >
            <option value="">{words.chooseField}</option>
            {choice.map((one) => (
              <option key={one.field} value={one.field}>
                {one.title}
              </option>
            ))}
          </Select>
          {kind !== 'yes or no' && (
            <Select
              className={styles.select}
              aria-label={words.operator}
              value={row.operator}
              disabled={disabled}
              onChange={(_, { value }) => setOperator(OPERATORS.find((one) => one === value) ?? 'is')}
            >
              {OPERATORS.map((operator) => (
                <option key={operator} value={operator}>
                  {words.operators[kind][operator]}
                </option>
              ))}
            </Select>
          )}
          {kind === 'yes or no' ? (
            <Select
              className={styles.select}
              aria-label={words.value}
              value={row.values[0] ?? ''}
              disabled={disabled}
              onChange={(_, { value }) => onChange({ ...row, values: value === '' ? [] : [value] })}
            >
              <option value="">{words.chooseField}</option>
              <option value="yes">{words.yes}</option>
              <option value="no">{words.no}</option>
            </Select>
          ) : row.operator === 'one of' ? (
            <ValuesField
              values={row.values}
              suggestions={suggestions}
              limits={limits}
              disabled={disabled}
              invalid={problem !== undefined}
              onChange={(values) => onChange({ ...row, values })}
            />
          ) : (
            <SuggestBox
              label={words.value}
              value={row.values[0] ?? ''}
              suggestions={suggestions}
              maxLength={limits.valueLength}
              disabled={disabled}
              invalid={problem !== undefined}
              onChange={(value) => onChange({ ...row, values: value === '' ? [] : [value] })}
            />
          )}
        </div>
        <RemoveButton
          label={
            condition === undefined
              ? words.removeIncomplete
              : words.remove(phraseOf(condition, { fields, words, locale }))
          }
          disabled={disabled}
          onClick={onRemove}
        />
      </div>
      {problem !== undefined && (
        <Text id={problemId} size={200} className={styles.problem}>
          {problem}
        </Text>
      )}
      {note !== undefined && (
        <Text size={200} className={styles.note}>
          {note}
        </Text>
      )}
    </fieldset>
  );
}
