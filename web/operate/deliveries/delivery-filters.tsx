import { Field, Input, Text } from '@fluentui/react-components';
import { hrefOf } from '../place.ts';
import { Choice } from '../shell/choice.tsx';
import { useRowStyles } from '../shell/row-styles.ts';
import { TypeChoice } from '../shell/type-choice.tsx';
import { narrow } from '../use-place.ts';
import { useOperateWords } from '../words.ts';

interface DeliveryFiltersProps {
  query: Readonly<Record<string, string>>;
  /** Of the configuration that the list is narrowed to, once it is known. */
  name: string | undefined;
}

const STATES = ['waiting', 'sent', 'folded', 'failed', 'dropped', 'expired'] as const;

/** What the list of deliveries is narrowed to; all of it stands in the address. */
export function DeliveryFilters({ query, name }: DeliveryFiltersProps) {
  const styles = useRowStyles();
  const { deliveries: words, list } = useOperateWords();
  const { state = '', type = '', configuration } = query;
  const change = (part: Record<string, string>) => narrow('deliveries', { ...query, ...part });
  const times = [
    ['since', words.since],
    ['until', words.until],
  ] as const;
  return (
    <>
      {configuration !== undefined && (
        <div className={styles.links}>
          <Text>
            {words.configuration} <strong>{name ?? configuration}</strong>
          </Text>
          <a href={hrefOf('deliveries', { ...query, configuration: undefined })} className={styles.link}>
            {words.allConfigurations}
          </a>
        </div>
      )}
      <div className={styles.filters}>
        <Choice
          label={words.state}
          value={state}
          options={[['', list.any], ...STATES.map((one) => [one, words.states[one]] as const)]}
          onChange={(chosen) => change({ state: chosen })}
        />
        <TypeChoice label={words.type} value={type} onChange={(chosen) => change({ type: chosen })} />
        {times.map(([end, label]) => (
          <Field key={end} label={label}>
            <Input
              type="datetime-local"
              value={query[end] ?? ''}
              onChange={(_, { value }) => change({ [end]: value })}
            />
          </Field>
        ))}
      </div>
    </>
  );
}

/** What a field for a date and a time holds, in the time zone of the person, as the server reads it. */
export function toMoment(local: string | undefined): string | undefined {
  const moment = new Date(local ?? '');
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
