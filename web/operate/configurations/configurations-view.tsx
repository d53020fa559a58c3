import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { OperateApi } from '../operate-api.ts';
import { Choice } from '../shell/choice.tsx';
import { ListFrame } from '../shell/list-frame.tsx';
import { useRowStyles } from '../shell/row-styles.ts';
import { TypeChoice } from '../shell/type-choice.tsx';
import { useRested } from '../shell/use-rested.ts';
import { useList } from '../use-list.ts';
import { narrow } from '../use-place.ts';
import { useOperateWords } from '../words.ts';
import { ConfigurationRow } from './configuration-row.tsx';

interface ConfigurationsViewProps {
  api: OperateApi;
  /** What the address narrows the list to. */
  query: Readonly<Record<string, string>>;
}

/** An organisation is searched by its whole id. */
const TENANT = /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i;
const STATES = ['active', 'paused', 'broken', 'removed'] as const;

/** What channels asked for: searched, narrowed, and each with how it stands. */
export function ConfigurationsView({ api, query }: ConfigurationsViewProps) {
  const styles = useRowStyles();
  const { configurations, places } = useOperateWords();
  const { search = '', state = '', type = '' } = query;
  const [typed, setTyped] = useState({ text: search, at: search });
  // A link may have led elsewhere meanwhile.
  const text = typed.at === search ? typed.text : search;
  const change = (part: Record<string, string>) => narrow('configurations', { ...query, ...part });
  useRested(text, (rested) => change({ search: rested }));
  const wanted = { [TENANT.test(search) ? 'tenant' : 'search']: search, state, type };
  const list = useList(JSON.stringify(wanted), (cursor) => api.listConfigurations({ ...wanted, cursor }));
  return (
    <>
      <div className={styles.filters}>
        <Field label={configurations.search}>
          <Input
            type="search"
            value={text}
            maxLength={100}
            onChange={(_, { value }) => setTyped({ text: value, at: search })}
          />
        </Field>
        <Choice
          label={configurations.state}
          value={state}
          options={[
            ['', configurations.all],
            ...STATES.map((one) => [one, configurations.states[one]] as const),
          ]}
          onChange={(chosen) => change({ state: chosen })}
        />
        <TypeChoice
          label={configurations.type}
          value={type}
          onChange={(chosen) => change({ type: chosen })}
        />
      </div>
      <ListFrame title={places.configurations} list={list} empty={configurations.empty}>
        {(item) => <ConfigurationRow key={item.id} item={item} api={api} />}
      </ListFrame>
    </>
  );
}
