import { Badge, Text } from '@fluentui/react-components';
import type { OperatedConfiguration } from '../../../server/operate/configuration-schema.ts';
import { Time } from '../../shared/time.tsx';
import type { OperateApi } from '../operate-api.ts';
import { hrefOf } from '../place.ts';
import { Expander } from '../shell/expander.tsx';
import { useRowStyles } from '../shell/row-styles.ts';
import { useOperateWords } from '../words.ts';
import { UsedBadge } from './used-badge.tsx';
import { WhyForm } from './why-form.tsx';

const COLOURS = { active: 'success', paused: 'informative', broken: 'danger', removed: 'subtle' } as const;

interface ConfigurationRowProps {
  item: OperatedConfiguration;
  api: OperateApi;
}

/** One configuration: where it is, how it stands, and where to look further. */
export function ConfigurationRow({ item, api }: ConfigurationRowProps) {
  const styles = useRowStyles();
  const { configurations: words } = useOperateWords();
  const { id, name, state, host, destination } = item;
  const links = [
    [words.deliveries, hrefOf('deliveries', { configuration: id })],
    [words.failures, hrefOf('deliveries', { configuration: id, state: 'failed' })],
    [words.changes, hrefOf('trail', { configuration: id })],
  ] as const;
  return (
    <li className={styles.row}>
      <div className={styles.first}>
        <Text as="h3" weight="semibold" className={styles.title}>
          {name}
        </Text>
        <Badge appearance="tint" color={COLOURS[state]}>
          {words.states[state]}
        </Badge>
        <UsedBadge share={item.usedShare} />
      </div>
      <Text size={200}>
        {[
          ...(host.teamName === undefined && host.channelName === undefined
            ? []
            : [
                host.teamName !== undefined && host.channelName !== undefined
                  ? words.inTeams(host.teamName, host.channelName)
                  : (host.teamName ?? host.channelName),
              ]),
          destination?.label ?? words.noDestination,
          words.types(item.eventTypes.length),
        ].join(' · ')}
      </Text>
      <Standing item={item} />
      <Text size={200} className={styles.muted}>
        {item.lastSuccessAt === undefined ? (
          words.noSuccess
        ) : (
          <>
            {words.lastSuccess} <Time at={item.lastSuccessAt} />
          </>
        )}
      </Text>
      <Text size={200} className={styles.muted}>
        <a href={hrefOf('configurations', { search: item.tenantId })} className={styles.link}>
          {words.organisation(item.tenantId)}
        </a>{' '}
        · {id}
      </Text>
      <div className={styles.links}>
        {links.map(([what, href]) => (
          <a key={href} href={href} className={styles.link} aria-label={words.of(what, name)}>
            {what}
          </a>
        ))}
        <Expander title={words.why} name={words.of(words.why, name)}>
          <WhyForm configurationId={id} api={api} />
        </Expander>
      </div>
    </li>
  );
}

/** Why nothing is posted, where that is so, and what waits. */
function Standing({ item }: { item: OperatedConfiguration }) {
  const { configurations: words } = useOperateWords();
  return (
    <>
      {item.brokenAt !== undefined && (
        <Text size={200}>
          {words.brokenSince} <Time at={item.brokenAt} />
          {item.stateReason !== undefined && `: ${item.stateReason}`}
        </Text>
      )}
      {item.state === 'paused' && (
        <Text size={200}>
          {item.pausedUntil === undefined ? (
            words.pausedForever
          ) : (
            <>
              {words.pausedUntil} <Time at={item.pausedUntil} />
            </>
          )}
        </Text>
      )}
      {item.removedAt !== undefined && (
        <Text size={200}>
          {words.removedAt} <Time at={item.removedAt} />
        </Text>
      )}
      {item.oldestWaitingAt !== undefined && (
        <Text size={200}>
          {words.waiting(item.waiting)} <Time at={item.oldestWaitingAt} />
        </Text>
      )}
    </>
  );
}
