import { Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { Schedule } from '../../../server/delivery/schedule.ts';
import { missingIn, type Timing } from '../../shared/when/timing.ts';
import { useWhenWords } from '../../shared/when/when-words.ts';
import { DayChoice } from './day-choice.tsx';
import { QuietHoursField } from './quiet-hours-field.tsx';
import { TimeField } from './time-field.tsx';
import { TimeZoneField } from './time-zone-field.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

const KINDS = ['immediately', 'hourly', 'daily', 'weekly'] as const;
const MORNING = '09:00';
const MONDAY = 1;

interface WhenEditorProps {
  timing: Timing;
  disabled: boolean;
  onChange(timing: Timing): void;
}

/** The controls of when a channel is told. */
export function WhenEditor({ timing, disabled, onChange }: WhenEditorProps) {
  const styles = useStyles();
  const words = useWhenWords();
  const { schedule, quietHours, timeZone } = timing;
  const missing = missingIn(timing);
  return (
    <div className={styles.root}>
      <Field label={words.how}>
        <RadioGroup
          value={schedule.kind}
          disabled={disabled}
          onChange={(_, { value }) => onChange({ ...timing, schedule: scheduleOf(value, schedule) })}
        >
          {KINDS.map((kind) => (
            <Radio key={kind} value={kind} label={words.options[kind]} />
          ))}
        </RadioGroup>
      </Field>
      {schedule.kind === 'weekly' && (
        <DayChoice
          days={schedule.days}
          disabled={disabled}
          onChange={(days) => onChange({ ...timing, schedule: { ...schedule, days } })}
        />
      )}
      {'time' in schedule && (
        <TimeField
          label={words.time}
          time={schedule.time}
          complaint={missing.includes('time') ? words.missing.time : undefined}
          disabled={disabled}
          onChange={(time) => onChange({ ...timing, schedule: { ...schedule, time } })}
        />
      )}
      <QuietHoursField
        quietHours={quietHours}
        incomplete={missing.includes('quiet')}
        disabled={disabled}
        onChange={(next) => onChange({ schedule, timeZone, ...(next && { quietHours: next }) })}
      />
      <TimeZoneField
        timeZone={timeZone}
        disabled={disabled}
        onChange={(zone) => onChange({ ...timing, timeZone: zone })}
      />
    </div>
  );
}

/** The kind that was chosen, with as much of the old schedule as it can keep. */
function scheduleOf(kind: string, old: Schedule): Schedule {
  const time = 'time' in old ? old.time : MORNING;
  switch (kind) {
    case 'hourly':
      return { kind };
    case 'daily':
      return { kind, time };
    case 'weekly':
      return { kind, time, days: 'days' in old ? old.days : [MONDAY] };
    default:
      return { kind: 'immediately' };
  }
}
