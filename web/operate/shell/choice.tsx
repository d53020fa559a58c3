import { Field, Select } from '@fluentui/react-components';

interface ChoiceProps {
  label: string;
  value: string;
  /** Values with their words, in order. */
  options: readonly (readonly [value: string, words: string])[];
  onChange(value: string): void;
}

/** One of a few. */
export function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Field label={label}>
      <Select value={value} onChange={(_, data) => onChange(data.value)}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}
