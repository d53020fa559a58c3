import { Field, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Api } from '../../shared/api.ts';
import { type FilterDraft, type FilterField, fieldOf, MINE_KEY } from './filter-draft.ts';
import { keepOwnLogin } from './own-login.ts';
import { SuggestBox } from './suggest-box.tsx';
import { useSuggestions } from './use-suggestions.ts';
import { useFilterWords } from './words.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  login: { maxWidth: '360px', paddingInlineStart: tokens.spacingHorizontalXXXL },
});

interface MuteSwitchesProps {
  api: Api;
  filter: FilterDraft;
  fields: readonly FilterField[];
  /** Those that some chosen event has. */
  offered: readonly FilterField[];
  limits: { valueLength: number };
  problems: ReadonlyMap<string, string>;
  disabled: boolean;
  onChange(part: Partial<FilterDraft>): void;
}

/** The two wishes that most people have, each as one switch; only where events tell who acted. */
export function MuteSwitches(props: MuteSwitchesProps) {
  const { api, filter, fields, offered, limits, problems, disabled, onChange } = props;
  const styles = useStyles();
  const words = useFilterWords();
  const loginId = useId();
  const bot = fieldOf('bot', fields);
  const person = fieldOf('person', fields);
  const showBots = bot !== undefined && (filter.muteBots || offered.includes(bot));
  const showMine = person !== undefined && (filter.muteMine || offered.includes(person));
  const people = useSuggestions(api, filter.muteMine && person ? person.field : '');
  const problem = problems.get(MINE_KEY);
  return (
    <div className={styles.list}>
      {showBots && (
        <Field hint={words.muteBotsHint}>
          <Switch
            label={words.muteBots}
            checked={filter.muteBots}
            disabled={disabled}
            onChange={(_, { checked }) => onChange({ muteBots: checked })}
          />
        </Field>
      )}
      {showMine && (
        <Field hint={words.muteMineHint}>
          <Switch
            label={words.muteMine}
            checked={filter.muteMine}
            disabled={disabled}
            onChange={(_, { checked }) => onChange({ muteMine: checked })}
          />
        </Field>
      )}
      {showMine && filter.muteMine && (
        <Field
          className={styles.login}
          label={words.login}
          hint={{ id: loginId, children: words.loginHint }}
          validationState={problem === undefined ? 'none' : 'error'}
          validationMessage={problem ?? null}
        >
          <SuggestBox
            label={words.login}
            value={filter.login}
            suggestions={people}
            maxLength={limits.valueLength}
            disabled={disabled}
            describedBy={loginId}
            invalid={problem !== undefined}
            onChange={(login) => {
              onChange({ login });
              keepOwnLogin(login.trim());
            }}
          />
        </Field>
      )}
    </div>
  );
}
