import { Field, Input } from '@fluentui/react-components';

interface TimeFieldProps {
  label: string;
  /** `HH:MM`, or empty. */
  time: string;
  complaint?: string | undefined;
  disabled: boolean;
  onChange(time: string): void;
}

/** A time of day, as the browser lets its user type it. */
export function TimeField({ label, time, complaint, disabled, onChange }: TimeFieldProps) {
  return (
    <Field
      label={label}
      validationState={complaint === undefined ? 'none' : 'error'}
      validationMessage={complaint ?? null}
    >
      <Input type="time" value={time} disabled={disabled} onChange={(_, data) => onChange(data.value)} />
    </Field>
  );
}
