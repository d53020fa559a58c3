import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { SuggestBox } from './suggest-box.tsx';
import type { Suggestion } from './use-suggestions.ts';
import { useFilterWords } from './words.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0 },
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, margin: 0, padding: 0 },
  chip: { listStyle: 'none', minWidth: 0 },
  button: {
    maxWidth: '100%',
    minHeight: '24px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    overflowWrap: 'anywhere',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  hint: { color: tokens.colorNeutralForeground3 },
});

interface ValuesFieldProps {
  values: readonly string[];
  suggestions: readonly Suggestion[];
  limits: { valueLength: number; values: number };
  disabled: boolean;
  invalid: boolean;
  onChange(values: readonly string[]): void;
}

/** Several values: each is a button that takes it away, and a box adds one. */
export function ValuesField(props: ValuesFieldProps) {
  const { values, suggestions, limits, disabled, invalid, onChange } = props;
  const styles = useStyles();
  const words = useFilterWords();
  const hintId = useId();
  const [typed, setTyped] = useState('');
  const add = (value: string) => {
    const added = value.trim();
    setTyped('');
    if (added !== '' && !values.includes(added)) onChange([...values, added]);
  };
  return (
    // Whoever leaves the box has finished typing.
    // biome-ignore lint/a11y/noStaticElementInteractions: the blur is that of the box inside
    <div className={styles.root} onBlur={(event) => leaves(event) && add(typed)}>
      {values.length > 0 && (
        <ul className={styles.chips}>
          {values.map((value) => (
            <li key={value} className={styles.chip}>
              <button
                type="button"
                className={styles.button}
                disabled={disabled}
                aria-label={words.removeValue(value)}
                onClick={() => onChange(values.filter((one) => one !== value))}
              >
                {value} <span aria-hidden>×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {values.length < limits.values && (
        <>
          <SuggestBox
            label={words.addValue}
            value={typed}
            suggestions={suggestions.filter((one) => !values.includes(one.value))}
            maxLength={limits.valueLength}
            disabled={disabled}
            describedBy={hintId}
            invalid={invalid}
            onChange={setTyped}
            onPick={add}
            onEnter={() => add(typed)}
          />
          <Text id={hintId} size={200} className={styles.hint}>
            {words.addValueHint}
          </Text>
        </>
      )}
    </div>
  );
}

function leaves({ currentTarget, relatedTarget }: React.FocusEvent): boolean {
  return !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget));
}
