import { Input, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { simplified } from '../../shared/simplified.ts';
import type { Suggestion } from './use-suggestions.ts';
import { useFilterWords } from './words.ts';

/** So many are shown; typing brings up the others. */
const MOST_SHOWN = 12;

const useStyles = makeStyles({
  place: { position: 'relative', minWidth: 0 },
  box: { minWidth: 0, width: '100%' },
  popup: {
    position: 'absolute',
    zIndex: 2,
    insetInlineStart: 0,
    top: '100%',
    boxSizing: 'border-box',
    minWidth: '100%',
    maxHeight: '240px',
    overflowY: 'auto',
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    padding: tokens.spacingVerticalXS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  option: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Hover,
    outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
  },
  seen: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
});

/** An end is meant before it is known which suggestion is there: an arrow may be pressed while they are loaded. */
type Active = Suggestion | 'first' | 'last';

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

/**
 * A text that can be typed, with what events lately held to choose from: the editable combobox of the ARIA
 * practices. Fluent's own makes a page that scrolls jump to its top, because it looks for its popup before
 * that is placed.
 */
export function SuggestBox(props: SuggestBoxProps) {
  const { label, value, suggestions, maxLength, disabled, describedBy, invalid, onChange, onPick, onEnter } =
    props;
  const styles = useStyles();
  const words = useFilterWords();
  const id = useId();
  const popup = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(false);
  const [active, setActive] = useState<Active>();
  const shown = suggestions.filter((one) => fits(one.value, value)).slice(0, MOST_SHOWN);
  const open = wanted && shown.length > 0;
  const place = placeOf(active, shown);
  const optionId = (index: number) => `${id}-${index}`;

  useEffect(() => {
    if (!open) return;
    const seen = popup.current?.children[place] ?? popup.current;
    seen?.scrollIntoView?.({ block: 'nearest' });
  }, [open, place]);

  const close = () => {
    setWanted(false);
    setActive(undefined);
  };
  const pick = (picked: string) => {
    close();
    (onPick ?? onChange)(picked);
  };
  const move = (step: 1 | -1) => {
    setWanted(true);
    // Past either end comes what was typed, where no option is active.
    if (place === -1) setActive(step === 1 ? 'first' : 'last');
    else setActive(shown[place + step]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = open ? shown[place] : undefined;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && chosen) pick(chosen.value);
    else if (event.key === 'Enter') onEnter?.();
    else if (event.key === 'Escape' && open) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.place}>
      <Input
        className={styles.box}
        role="combobox"
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-activedescendant={open && place !== -1 ? optionId(place) : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={maxLength}
        disabled={disabled}
        value={value}
        onChange={(_, data) => {
          setWanted(true);
          setActive(undefined);
          onChange(data.value);
        }}
        onClick={() => setWanted(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {open && (
        <div ref={popup} id={id} role="listbox" aria-label={label} className={styles.popup}>
          {shown.map((one, index) => (
            // The keyboard reaches options from the box, which keeps the focus.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            <div
              key={one.value}
              id={optionId(index)}
              role="option"
              aria-selected={index === place}
              className={mergeClasses(styles.option, index === place && styles.active)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(one.value)}
            >
              <span>{one.value}</span>
              <Text size={200} className={styles.seen}>
                {words.seen(one.events)}
              </Text>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function placeOf(active: Active | undefined, shown: readonly Suggestion[]): number {
  if (active === 'first') return shown.length > 0 ? 0 : -1;
  if (active === 'last') return shown.length - 1;
  return shown.findIndex((one) => one.value === active?.value);
}

function fits(suggestion: string, typed: string): boolean {
  return simplified(suggestion).includes(simplified(typed));
}
