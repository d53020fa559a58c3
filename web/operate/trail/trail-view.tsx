import { Text } from '@fluentui/react-components';
import { Time } from '../../shared/time.tsx';
import type { OperateApi } from '../operate-api.ts';
import { hrefOf } from '../place.ts';
import { ListFrame } from '../shell/list-frame.tsx';
import { useRowStyles } from '../shell/row-styles.ts';
import { useList } from '../use-list.ts';
import { useOperateWords } from '../words.ts';

interface TrailViewProps {
  api: OperateApi;
  /** The configuration that it is narrowed to, if any. */
  query: Readonly<Record<string, string>>;
}

/** Who did what: operators, and people in their channels. Nobody can change what stands there. */
export function TrailView({ api, query: { configuration } }: TrailViewProps) {
  const styles = useRowStyles();
  const { deliveries } = useOperateWords();
  return (
    <>
      {configuration !== undefined ? (
        <div className={styles.links}>
          <a href={hrefOf('trail')} className={styles.link}>
            {deliveries.allConfigurations}
          </a>
        </div>
      ) : (
        <Operators api={api} />
      )}
      <People api={api} configuration={configuration} />
    </>
  );
}

function Operators({ api }: { api: OperateApi }) {
  const styles = useRowStyles();
  const { trail } = useOperateWords();
  const list = useList('audit', (cursor) => api.listAudit(cursor));
  return (
    <ListFrame title={trail.operators} list={list} empty={trail.empty}>
      {({ id, at, by, byName, action, tenantId, details }) => (
        <li key={id} className={styles.row}>
          <Text>
            <strong>{by === 'command line' ? trail.commandLine : (byName ?? by)}</strong>{' '}
            {trail.actions[action] ?? action}
          </Text>
          <Text size={200} className={styles.muted}>
            {Object.entries({ ...details, ...(tenantId !== undefined && { tenant: tenantId }) })
              .map(([name, value]) => `${name}: ${value}`)
              .join(' · ')}
          </Text>
          <Text size={200} className={styles.muted}>
            <Time at={at} />
          </Text>
        </li>
      )}
    </ListFrame>
  );
}

function People({ api, configuration }: { api: OperateApi; configuration: string | undefined }) {
  const styles = useRowStyles();
  const { trail } = useOperateWords();
  const list = useList(`changes ${configuration ?? ''}`, (cursor) =>
    api.listChanges({ configuration, cursor }),
  );
  return (
    <ListFrame title={trail.people} list={list} empty={trail.empty}>
      {({ id, at, byName, kind, settings, configuration: { id: configurationId, name } }) => (
        <li key={id} className={styles.row}>
          <Text>
            <a href={hrefOf('configurations', { search: configurationId })} className={styles.link}>
              {name}
            </a>
            {': '}
            <strong>{byName}</strong> {trail.did[kind]}
            {settings.length > 0 &&
              ` (${settings.map((setting) => trail.settings[setting] ?? setting).join(', ')})`}
          </Text>
          <Text size={200} className={styles.muted}>
            <Time at={at} />
          </Text>
        </li>
      )}
    </ListFrame>
  );
}
