import { Button, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { MailboxView } from '../../../server/sandbox/office365/schema.ts';
import { useOffice365Words } from './words.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  muted: { color: tokens.colorNeutralForeground3 },
});

interface PlacePickerProps {
  appName: string;
  mailboxes: MailboxView[];
  /** Without a mailbox: Deny. */
  onDecide(mailboxId?: string): void;
  onSomebodyElse(): void;
}

/** A person's groups and inbox, Allow and Deny. */
export function PlacePicker({ appName, mailboxes, onDecide, onSomebodyElse }: PlacePickerProps) {
  const styles = useStyles();
  const words = useOffice365Words();
  const groups = mailboxes.filter(({ kind }) => kind === 'group');
  const inbox = mailboxes.find(({ kind }) => kind === 'inbox');
  const [chosen, setChosen] = useState(groups[0]?.id ?? inbox?.id ?? '');
  return (
    <>
      <Text as="h1" size={500} weight="semibold">
        {words.asks(appName)}
      </Text>
      {groups.length === 0 && <Text className={styles.muted}>{words.noGroups}</Text>}
      <RadioGroup aria-label={words.where} value={chosen} onChange={(_, { value }) => setChosen(value)}>
        {groups.map(({ id, name }) => (
          <Radio key={id} value={id} label={name} />
        ))}
        {inbox !== undefined && <Radio value={inbox.id} label={words.inbox} />}
      </RadioGroup>
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={() => onDecide(chosen)}>
          {words.allow}
        </Button>
        <Button onClick={() => onDecide()}>{words.deny}</Button>
        <Button appearance="subtle" onClick={onSomebodyElse}>
          {words.another}
        </Button>
      </div>
    </>
  );
}
