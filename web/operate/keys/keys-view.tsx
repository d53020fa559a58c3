import { Button } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { CreatedKey, Key } from '../../../server/operate/key-schema.ts';
import type { OperateApi } from '../operate-api.ts';
import { ListFrame } from '../shell/list-frame.tsx';
import { useRowStyles } from '../shell/row-styles.ts';
import { useList } from '../use-list.ts';
import { useOperateWords } from '../words.ts';
import { KeyRow } from './key-row.tsx';
import { NewKeyForm } from './new-key-form.tsx';
import { ShownOnce } from './shown-once.tsx';

interface KeysViewProps {
  api: OperateApi;
  onSignOut(): void;
}

/** Keys of senders and operators: made, shown once, listed and revoked. */
export function KeysView({ api, onSignOut }: KeysViewProps) {
  const styles = useRowStyles();
  const { keys, places, trail } = useOperateWords();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<CreatedKey>();
  const opener = useRef<HTMLButtonElement | null>(null);
  const list = useList('keys', (cursor) => api.listKeys(cursor));
  const close = () => {
    setMaking(false);
    setMade(undefined);
    opener.current?.focus();
  };
  const revoked = (key: Key) => (key.own ? onSignOut() : list.refresh());
  return (
    <>
      <div className={styles.buttons}>
        <Button
          ref={(element: HTMLButtonElement | null) => {
            opener.current = element;
          }}
          aria-expanded={making || made !== undefined}
          onClick={() => setMaking(true)}
        >
          {keys.make}
        </Button>
      </div>
      {made !== undefined ? (
        <ShownOnce made={made} onClose={close} />
      ) : (
        making && (
          <NewKeyForm
            api={api}
            onClose={close}
            onMade={(created) => {
              setMade(created);
              list.refresh();
            }}
          />
        )
      )}
      <ListFrame title={places.keys} list={list} empty={trail.empty}>
        {(item) => <KeyRow key={item.id} item={item} api={api} onRevoked={revoked} />}
      </ListFrame>
    </>
  );
}
