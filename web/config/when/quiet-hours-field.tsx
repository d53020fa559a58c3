import { makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import type { QuietHours } from '../../../server/delivery/schedule.ts';
import { useWhenWords } from '../../shared/when/when-words.ts';
import { TimeField } from './time-field.tsx';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  times: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** When most people sleep. */
const NIGHT: QuietHours = { from: '22:00', to: '07:00' };

interface QuietHoursFieldProps {
  quietHours: QuietHours | undefined;
  incomplete: boolean;
  disabled: boolean;
  onChange(quietHours: QuietHours | undefined): void;
}

/** Hours of the day in which nothing is posted, if wanted. */
export function QuietHoursField({ quietHours, incomplete, disabled, onChange }: QuietHoursFieldProps) {
  const styles = useStyles();
  const words = useWhenWords();
  return (
    <fieldset className={styles.group} aria-label={words.quietHours}>
      <Switch
        label={words.quietSwitch}
        checked={quietHours !== undefined}
        disabled={disabled}
        onChange={(_, { checked }) => onChange(checked ? NIGHT : undefined)}
      />
      {quietHours !== undefined && (
        <>
          <div className={styles.times}>
            <TimeField
              label={words.from}
              time={quietHours.from}
              disabled={disabled}
              onChange={(from) => onChange({ ...quietHours, from })}
            />
            <TimeField
              label={words.to}
              time={quietHours.to}
              complaint={incomplete ? words.missing.quiet : undefined}
              disabled={disabled}
              onChange={(to) => onChange({ ...quietHours, to })}
            />
          </div>
          <Text size={200} className={styles.hint}>
            {words.urgent}
          </Text>
        </>
      )}
    </fieldset>
  );
}
