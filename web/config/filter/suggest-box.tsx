import { Combobox, makeStyles, Option, Text, tokens } from '@fluentui/react-components';
import { simplified } from '../../shared/simplified.ts';
import type { Suggestion } from './use-suggestions.ts';
import { useFilterWords } from './words.ts';

/** So many are shown; typing brings up the others. */
const MOST_SHOWN = 12;

const useStyles = makeStyles({
  box: { minWidth: 0, width: '100%' },
  input: { minWidth: 0 },
  option: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalM, flexGrow: 1 },
  value: { overflowWrap: 'anywhere' },
  seen: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
});

interface SuggestBoxProps {
  label: string;
  value: string;
  suggestions: readonly Suggestion[];
  maxLength: number;
  disabled: boolean;
  describedBy?: string | undefined;
  invalid?: boolean;
  onChange(value: string): void;
  /** One of the suggestions was chosen; left out: that is a change as any other. */
  onPick?(value: string): void;
  /** Enter was pressed on what was typed. */
  onEnter?(): void;
}

/** A text that can be typed, with what events lately held to choose from. */
export function SuggestBox(props: SuggestBoxProps) {
  const { label, value, suggestions, maxLength, disabled, describedBy, invalid, onChange, onPick, onEnter } =
    props;
  const styles = useStyles();
  const words = useFilterWords();
  const shown = suggestions.filter((one) => fits(one.value, value)).slice(0, MOST_SHOWN);
  return (
    <Combobox
      className={styles.box}
      input={{ className: styles.input, maxLength }}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      freeform
      disabled={disabled}
      value={value}
      selectedOptions={[]}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
      onOptionSelect={(_, { optionValue }) => {
        if (optionValue !== undefined) (onPick ?? onChange)(optionValue);
      }}
      onKeyDown={(event) => {
        // With an option under the cursor Enter takes that one.
        const active = event.currentTarget.getAttribute('aria-activedescendant');
        if (event.key === 'Enter' && !active) onEnter?.();
      }}
    >
      {shown.map((one) => (
        <Option key={one.value} value={one.value} text={one.value}>
          <span className={styles.option}>
            <span className={styles.value}>{one.value}</span>
            <Text size={200} className={styles.seen}>
              {words.seen(one.events)}
            </Text>
          </span>
        </Option>
      ))}
    </Combobox>
  );
}

function fits(suggestion: string, typed: string): boolean {
  return simplified(suggestion).includes(simplified(typed));
}
