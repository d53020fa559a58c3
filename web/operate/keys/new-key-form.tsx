import { Button, Checkbox, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { CreatedKey } from '../../../server/operate/key-schema.ts';
import { ApiError } from '../../shared/api-error.ts';
import { FailedNotice } from '../../shared/failed-notice.tsx';
import { Notice } from '../../shared/notice.tsx';
import { Panel } from '../../shared/panel.tsx';
import { useAction } from '../../shared/use-action.ts';
import { toMoment } from '../deliveries/delivery-filters.tsx';
import type { OperateApi } from '../operate-api.ts';
import { useOperateWords } from '../words.ts';

interface NewKeyFormProps {
  api: OperateApi;
  onMade(key: CreatedKey): void;
  onClose(): void;
}

const SCOPES = ['events', 'operate'] as const;

/** What a new key may do, for whom and how long. */
export function NewKeyForm({ api, onMade, onClose }: NewKeyFormProps) {
  const { keys, list } = useOperateWords();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly (typeof SCOPES)[number][]>(['events']);
  const [tenantId, setTenantId] = useState('');
  const [expires, setExpires] = useState('');
  const { busy, error, run } = useAction();
  const ready = name.trim() !== '' && scopes.length > 0;

  const create = () =>
    run(async () => {
      const expiresAt = toMoment(expires);
      onMade(
        await api.createKey({
          name: name.trim(),
          scopes: [...scopes],
          ...(tenantId.trim() !== '' && { tenantId: tenantId.trim() }),
          ...(expiresAt !== undefined && { expiresAt }),
        }),
      );
    });
  return (
    <Panel
      title={keys.make}
      onClose={onClose}
      buttons={
        <>
          <Button appearance="primary" disabledFocusable={busy || !ready} onClick={create}>
            {keys.create}
          </Button>
          <Button onClick={onClose}>{keys.close}</Button>
        </>
      }
    >
      <Field label={keys.name} hint={keys.nameHint} required>
        <Input value={name} maxLength={80} onChange={(_, { value }) => setName(value)} />
      </Field>
      <fieldset>
        <legend>{keys.scopes}</legend>
        {SCOPES.map((scope) => (
          <Checkbox
            key={scope}
            label={keys.scope[scope]}
            checked={scopes.includes(scope)}
            onChange={(_, { checked }) =>
              setScopes(SCOPES.filter((one) => (one === scope ? checked === true : scopes.includes(one))))
            }
          />
        ))}
      </fieldset>
      <Field label={keys.tenant} hint={keys.tenantHint}>
        <Input value={tenantId} maxLength={36} onChange={(_, { value }) => setTenantId(value)} />
      </Field>
      <Field label={keys.expires} hint={keys.expiresHint}>
        <Input type="datetime-local" value={expires} onChange={(_, { value }) => setExpires(value)} />
      </Field>
      {error instanceof ApiError && (error.code === 'invalid-request' || error.code === 'scope-missing') ? (
        <Notice intent="error">{error.code === 'scope-missing' ? keys.foreign : keys.refused}</Notice>
      ) : (
        error !== undefined && <FailedNotice error={error} title={list.failed} />
      )}
    </Panel>
  );
}
