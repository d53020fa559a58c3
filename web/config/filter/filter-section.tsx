import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ConnectorOffer } from '../../../server/configurations/schema.ts';
import type { Api } from '../../shared/api.ts';
import { useSpeech } from '../../shared/language.ts';
import type { FilterDraft, Row } from './filter-draft.ts';
import { MuteSwitches } from './mute-switches.tsx';
import { offeredFields, typesLacking } from './offered-fields.ts';
import { missingIn, problemsOf } from './problems.ts';
import { RowList } from './row-list.tsx';
import { nameSome, sentenceOf } from './sentence.ts';
import { toFilter } from './to-filter.ts';
import { useFilterWords } from './words.ts';

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  title: { margin: 0 },
  sentence: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
});

export interface FilterSectionProps {
  api: Api;
  offer: ConnectorOffer;
  chosen: ReadonlySet<string>;
  filter: FilterDraft;
  /** Keys of the rows that the server refused. */
  refused: ReadonlySet<string>;
  disabled: boolean;
  onChange(filter: FilterDraft): void;
}

/** Which of the chosen events a channel wants: two switches, two lists of conditions, and a sentence of it all. */
export function FilterSection({
  api,
  offer,
  chosen,
  filter,
  refused,
  disabled,
  onChange,
}: FilterSectionProps) {
  const styles = useStyles();
  const words = useFilterWords();
  const { locale } = useSpeech();
  const { filterFields: fields, limits } = offer;
  const types = offer.eventGroups.flatMap(({ eventTypes }) =>
    eventTypes.filter(({ type }) => chosen.has(type)),
  );
  const offered = offeredFields(fields, types);
  const change = (part: Partial<FilterDraft>) => onChange({ ...filter, ...part });
  const problems = problemsOf(filter, fields, refused, words);
  const context = { fields, words, locale };
  const lacking = (row: Row) => {
    const titles = filter.match === 'all' ? typesLacking(row, types, fields).map(({ title }) => title) : [];
    return titles.length === 0 ? undefined : words.lacking(nameSome(titles, context));
  };
  const switches = Number(filter.muteBots) + Number(filter.muteMine);
  const rows = { api, fields, offered, limits, problems, disabled };
  return (
    <section className={styles.section}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>
        {words.title}
      </Text>
      <MuteSwitches
        api={api}
        filter={filter}
        fields={fields}
        offered={offered}
        limits={limits}
        problems={problems}
        disabled={disabled}
        onChange={change}
      />
      <RowList
        {...rows}
        list="only"
        rows={filter.only}
        match={{ value: filter.match, onChange: (match) => change({ match }) }}
        full={filter.only.length >= limits.conditions}
        noteOf={(row) => missingIn(row, fields, words) ?? lacking(row)}
        onChange={(only) => change({ only })}
      />
      <RowList
        {...rows}
        list="never"
        rows={filter.never}
        full={filter.never.length + switches >= limits.conditions}
        noteOf={(row) => missingIn(row, fields, words)}
        onChange={(never) => change({ never })}
      />
      <Text className={styles.sentence}>
        {sentenceOf(
          types.map(({ title }) => title),
          toFilter(filter, fields).filter,
          context,
        )}
      </Text>
    </section>
  );
}
