import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { ResumeRequest } from '../../../server/configurations/delivery-schema.ts';
import { usePauseWords } from './words.ts';

export type ResumeMode = NonNullable<ResumeRequest['mode']>;
const MODES: readonly ResumeMode[] = ['catch_up', 'replay', 'drop'];

interface ModeChoiceProps {
  mode: ResumeMode;
  onChange(mode: ResumeMode): void;
}

/** What becomes of what waited during a pause. */
export function ModeChoice({ mode, onChange }: ModeChoiceProps) {
  const words = usePauseWords();
  return (
    <Field label={words.afterwards}>
      <RadioGroup
        value={mode}
        onChange={(_, { value }) => onChange(MODES.find((one) => one === value) ?? 'catch_up')}
      >
        {MODES.map((one) => (
          <Radio
            key={one}
            value={one}
            label={
              <>
                {words.modes[one].title}
                <br />
                <small>{words.modes[one].hint}</small>
              </>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
