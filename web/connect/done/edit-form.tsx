import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Configuration, ConnectorOffer } from '../../../server/configurations/schema.ts';
import { ApiError } from '../../shared/api-error.ts';
import { EventChoices } from '../../shared/event-choices/event-choices.tsx';
import { useWords } from '../../shared/language.ts';
import type { ConnectionActions } from '../connect-api.ts';
import { useConnectWords } from '../words.ts';
import type { Told } from './told-notice.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface EditFormProps {
  configuration: Configuration;
  offer: ConnectorOffer;
  actions: ConnectionActions;
  onChange(configuration: Configuration): void;
  onTell(told: Told): void;
  onClose(): void;
}

/** Another name, other events. What somebody else changed meanwhile is shown and never overwritten. */
export function EditForm(props: EditFormProps) {
  const { configuration, offer, actions, onChange, onTell, onClose } = props;
  const styles = useStyles();
  const { config } = useWords();
  const { connection: words } = useConnectWords();
  const [name, setName] = useState(configuration.name);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(configuration.eventTypes));
  const [saving, setSaving] = useState(false);
  const valid = name.trim() !== '' && chosen.size > 0;

  const save = async () => {
    setSaving(true);
    try {
      const { id, version } = configuration;
      onChange(await actions.change(id, { version, name: name.trim(), eventTypes: offered(chosen, offer) }));
      onTell({ good: true, text: words.saved });
      onClose();
    } catch (error) {
      onTell(await tellOf(error));
      setSaving(false);
    }
  };
  const tellOf = async (error: unknown): Promise<Told> => {
    if (!(error instanceof ApiError) || error.code !== 'configuration-changed') return { error };
    try {
      const newest = await actions.read(configuration.id);
      onChange(newest);
      setName(newest.name);
      setChosen(new Set(newest.eventTypes));
      return { good: false, text: words.changedMeanwhile };
    } catch {
      return { error };
    }
  };

  return (
    <div className={styles.form}>
      <Field
        label={words.name}
        required
        validationState={name.trim() === '' ? 'error' : 'none'}
        validationMessage={name.trim() === '' ? config.nameMissing : null}
      >
        <Input
          value={name}
          maxLength={offer.limits.nameLength}
          disabled={saving}
          onChange={(_, { value }) => setName(value)}
        />
      </Field>
      <EventChoices
        groups={offer.eventGroups}
        chosen={chosen}
        ofLate={undefined}
        disabled={saving}
        onChange={setChosen}
      />
      <div className={styles.row}>
        <Button appearance="primary" disabledFocusable={!valid || saving} onClick={save}>
          {words.save}
        </Button>
        <Button disabledFocusable={saving} onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}

/** The chosen types that are still offered, in the order of the offer. */
function offered(chosen: ReadonlySet<string>, { eventGroups }: ConnectorOffer): string[] {
  return eventGroups
    .flatMap(({ eventTypes }) => eventTypes.map(({ type }) => type))
    .filter((type) => chosen.has(type));
}
