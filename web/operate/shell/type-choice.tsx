import { useSpeech } from '../../shared/language.ts';
import { useLoad } from '../../shared/use-load.ts';
import { readOffer } from '../operate-api.ts';
import { useOperateWords } from '../words.ts';
import { Choice } from './choice.tsx';

interface TypeChoiceProps {
  label: string;
  /** Empty: any. */
  value: string;
  onChange(type: string): void;
}

/** One of the event types that the connector offers, or the one that the address named. */
export function TypeChoice({ label, value, onChange }: TypeChoiceProps) {
  const { language } = useSpeech();
  const { list } = useOperateWords();
  const [offer] = useLoad(() => readOffer(language));
  const offered =
    offer.status === 'loaded'
      ? offer.value.eventGroups.flatMap(({ eventTypes }) =>
          eventTypes.map(({ type, title }) => [type, title] as const),
        )
      : [];
  const isOther = value !== '' && !offered.some(([type]) => type === value);
  return (
    <Choice
      label={label}
      value={value}
      options={[['', list.any], ...(isOther ? [[value, value] as const] : []), ...offered]}
      onChange={onChange}
    />
  );
}
