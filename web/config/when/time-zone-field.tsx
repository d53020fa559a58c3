import { Field, Select } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useSpeech } from '../../shared/language.ts';
import { guessTimeZone } from '../../shared/when/timing.ts';
import { momentText, zoneText } from '../../shared/when/timing-text.ts';
import { useWhenWords } from '../../shared/when/when-words.ts';

interface TimeZoneFieldProps {
  timeZone: string;
  disabled: boolean;
  onChange(timeZone: string): void;
}

/** Whose clocks the times mean, with the time that they show now. */
export function TimeZoneField({ timeZone, disabled, onChange }: TimeZoneFieldProps) {
  const { locale } = useSpeech();
  const words = useWhenWords();
  const zones = useMemo(() => zonesWith(timeZone), [timeZone]);
  const there = momentText(new Date(), timeZone, locale, { timeStyle: 'short' });
  return (
    <Field label={words.timeZone} hint={words.there(there)}>
      <Select value={timeZone} disabled={disabled} onChange={(_, { value }) => onChange(value)}>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zoneText(zone)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** All that the browser knows, with those that must be there whatever it knows. */
function zonesWith(timeZone: string): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', guessTimeZone(), timeZone])].sort();
}
