import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Configuration } from '../../../server/configurations/schema.ts';
import type { ConnectionActions } from '../connect-api.ts';
import { useConnectWords } from '../words.ts';
import type { Told } from './told-notice.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

interface ConnectionButtonsProps {
  configuration: Configuration;
  actions: ConnectionActions;
  onChange(configuration: Configuration): void;
  onTell(told: Told): void;
  onEdit(): void;
}

/** Change, pause, test and remove; after a removal, take it back. */
export function ConnectionButtons(props: ConnectionButtonsProps) {
  const { configuration, actions, onChange, onTell, onEdit } = props;
  const { id, name, state, version } = configuration;
  const styles = useStyles();
  const { connection: words } = useConnectWords();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);

  const run = async (work: () => Promise<Told>) => {
    setBusy(true);
    onTell(await work().catch((error: unknown) => ({ error })));
    setBusy(false);
  };
  const change = (work: () => Promise<Configuration>, text: string) => () =>
    run(async () => {
      onChange(await work());
      return { good: true, text };
    });
  const test = () =>
    run(async () => {
      const { verdict, words: said = '' } = await actions.sendTest(id);
      if (verdict === 'posted') return { good: true, text: words.tested };
      return { good: false, text: `${words.notTested} ${said}`.trim() };
    });
  const remove = change(async () => {
    await actions.remove(id);
    setAsking(false);
    return { ...configuration, state: 'removed', version: version + 1 };
  }, words.removed(name));

  const button = (label: string, onClick: () => void, appearance: 'secondary' | 'primary' = 'secondary') => (
    <Button
      appearance={appearance}
      disabledFocusable={busy}
      aria-label={words.named(label, name)}
      onClick={onClick}
    >
      {label}
    </Button>
  );
  if (state === 'removed') {
    const restore = change(() => actions.restore(id, version), words.restored);
    return <div className={styles.row}>{button(words.undo, restore)}</div>;
  }
  if (asking) {
    return (
      <fieldset className={styles.row} style={{ border: 'none', margin: 0, padding: 0 }}>
        <Text as="span">{words.removeQuestion}</Text>
        {button(words.remove, remove, 'primary')}
        {button(words.keep, () => setAsking(false))}
      </fieldset>
    );
  }
  return (
    <div className={styles.row}>
      {button(words.edit, onEdit)}
      {state === 'active' &&
        button(
          words.pause,
          change(() => actions.pause(id), words.paused),
        )}
      {state === 'paused' &&
        button(
          words.resume,
          change(() => actions.resume(id), words.resumed),
        )}
      {button(words.test, test)}
      {button(words.remove, () => setAsking(true))}
    </div>
  );
}
