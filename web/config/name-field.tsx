import { Field, Input } from '@fluentui/react-components';
import { useWords } from '../shared/language.ts';
import type { HostKind } from './host-kind.ts';

interface NameFieldProps {
  name: string;
  /** Longest name, in UTF-16 code units. */
  limit: number;
  hostKind: HostKind;
  disabled: boolean;
  onChange(name: string): void;
}

/** What the host calls this: the name of the connection, or of the tab. */
export function NameField({ name, limit, hostKind, disabled, onChange }: NameFieldProps) {
  const { config } = useWords();
  const length = name.trim().length;
  const complaint = length === 0 ? config.nameMissing : length > limit ? config.nameTooLong(limit) : null;
  return (
    <Field
      label={config.name}
      hint={hostKind === 'connector' ? config.nameHintConnector : config.nameHintTab}
      required
      validationState={complaint === null ? 'none' : 'error'}
      validationMessage={complaint}
    >
      <Input
        value={name}
        disabled={disabled}
        autoComplete="off"
        onChange={(_, data) => onChange(data.value)}
      />
    </Field>
  );
}
