import { Badge, Button, Text } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Key } from '../../../server/operate/key-schema.ts';
import { FailedNotice } from '../../shared/failed-notice.tsx';
import { useAnnounce } from '../../shared/live-region.tsx';
import { Panel } from '../../shared/panel.tsx';
import { Time } from '../../shared/time.tsx';
import { useAction } from '../../shared/use-action.ts';
import type { OperateApi } from '../operate-api.ts';
import { useRowStyles } from '../shell/row-styles.ts';
import { useOperateWords } from '../words.ts';

interface KeyRowProps {
  item: Key;
  api: OperateApi;
  onRevoked(key: Key): void;
}

/** One key, without its secret; revoking asks once more. */
export function KeyRow({ item, api, onRevoked }: KeyRowProps) {
  const styles = useRowStyles();
  const { keys, list } = useOperateWords();
  const announce = useAnnounce();
  const [asking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement | null>(null);
  const { busy, error, run } = useAction();
  const { id, name, scopes, tenantId, revokedAt } = item;

  const close = () => {
    setAsking(false);
    opener.current?.focus();
  };
  const revoke = () =>
    run(async () => {
      const revoked = await api.revokeKey(id);
      announce(keys.isRevoked(name));
      setAsking(false);
      onRevoked(revoked);
    });
  return (
    <li className={styles.row}>
      <div className={styles.first}>
        <Text as="h3" weight="semibold" className={styles.title}>
          {name}
        </Text>
        {item.own && (
          <Badge appearance="tint" color="informative">
            {keys.own}
          </Badge>
        )}
      </div>
      <Text size={200}>
        {scopes
          .map((scope) => (scope === 'events' || scope === 'operate' ? keys.scope[scope] : scope))
          .join(', ')}{' '}
        · {tenantId === undefined ? keys.all : keys.organisation(tenantId)}
      </Text>
      <Text size={200} className={styles.muted}>
        {id} · {keys.created} <Time at={item.createdAt} />
      </Text>
      <End item={item} />
      {revokedAt === undefined && (
        <div className={styles.buttons}>
          <Button
            ref={(element: HTMLButtonElement | null) => {
              opener.current = element;
            }}
            size="small"
            aria-label={keys.revokeNamed(name)}
            aria-expanded={asking}
            onClick={() => setAsking(true)}
          >
            {keys.revoke}
          </Button>
        </div>
      )}
      {asking && (
        <Panel
          title={keys.sure(name)}
          onClose={close}
          buttons={
            <>
              <Button appearance="primary" disabledFocusable={busy} onClick={revoke}>
                {keys.revoke}
              </Button>
              <Button onClick={close}>{keys.keep}</Button>
            </>
          }
        >
          <Text>
            {keys.sureBody} {item.own && keys.sureOwn}
          </Text>
          {error !== undefined && <FailedNotice error={error} title={list.failed} />}
        </Panel>
      )}
    </li>
  );
}

/** When it ended or will end, where that is known, and whether it is used. */
function End({ item: { revokedAt, expiresAt, lastUsedAt } }: { item: Key }) {
  const { keys } = useOperateWords();
  const end = expiresAt !== undefined && new Date(expiresAt) <= new Date() ? keys.ended : keys.ends;
  return (
    <>
      {revokedAt !== undefined ? (
        <Text size={200}>
          {keys.revoked} <Time at={revokedAt} />
        </Text>
      ) : (
        expiresAt !== undefined && (
          <Text size={200}>
            {end} <Time at={expiresAt} />
          </Text>
        )
      )}
      <Text size={200}>
        {lastUsedAt === undefined ? (
          keys.never
        ) : (
          <>
            {keys.used} <Time at={lastUsedAt} />
          </>
        )}
      </Text>
    </>
  );
}
