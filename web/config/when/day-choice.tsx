import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useSpeech } from '../../shared/language.ts';
import { weekdayText } from '../../shared/when/timing-text.ts';
import { useWhenWords } from '../../shared/when/when-words.ts';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0 },
  days: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  missing: { color: tokens.colorPaletteRedForeground1 },
});

/** ISO weekdays: 1 is Monday. */
const DAYS = [1, 2, 3, 4, 5, 6, 7];

interface DayChoiceProps {
  days: readonly number[];
  disabled: boolean;
  onChange(days: number[]): void;
}

/** Some days of the week. */
export function DayChoice({ days, disabled, onChange }: DayChoiceProps) {
  const styles = useStyles();
  const { locale } = useSpeech();
  const words = useWhenWords();
  const missingId = useId();
  const missing = days.length === 0;
  return (
    <fieldset className={styles.group} aria-describedby={missing ? missingId : undefined}>
      <legend className={styles.legend}>
        <Text>{words.days}</Text>
      </legend>
      <div className={styles.days}>
        {DAYS.map((day) => (
          <Checkbox
            key={day}
            label={weekdayText(day, locale)}
            checked={days.includes(day)}
            disabled={disabled}
            onChange={(_, { checked }) =>
              onChange(DAYS.filter((one) => (one === day ? checked === true : days.includes(one))))
            }
          />
        ))}
      </div>
      {missing && (
        <Text id={missingId} size={200} className={styles.missing}>
          {words.missing.days}
        </Text>
      )}
    </fieldset>
  );
}
