import { Badge, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Configuration, ConnectorOffer } from '../../../server/configurations/schema.ts';
import type { ConnectionView } from '../../../server/connect/schema.ts';
import { eventTitles } from '../../shared/event-titles.ts';
import { useWords } from '../../shared/language.ts';
import { Notice } from '../../shared/notice.tsx';
import type { ConnectionActions } from '../connect-api.ts';
import { placeName } from '../place.ts';
import { useConnectWords } from '../words.ts';
import { BeginLink } from './begin-link.tsx';
import { ConnectionButtons } from './connection-buttons.tsx';
import { EditForm } from './edit-form.tsx';
import { type Told, ToldNotice } from './told-notice.tsx';

const STATE_COLOURS = { active: 'success', paused: 'warning', broken: 'danger', removed: 'subtle' } as const;

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  title: { margin: 0 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    '@media (max-width: 420px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
});

interface ConnectionCardProps {
  connection: ConnectionView;
  offer: ConnectorOffer;
  actions: ConnectionActions;
}

/** One connection: what goes where, and what can be done about it. */
export function ConnectionCard({ connection, offer, actions }: ConnectionCardProps) {
  const styles = useStyles();
  const { states } = useWords();
  const words = useConnectWords();
  const [configuration, setConfiguration] = useState<Configuration>(connection.configuration);
  const [editing, setEditing] = useState(false);
  const [told, setTold] = useState<Told>();
  const { id, name, state, stateReason, eventTypes, host } = configuration;
  return (
    <section className={styles.card} aria-labelledby={`connection-${id}`}>
      <div className={styles.top}>
        <Text id={`connection-${id}`} as="h2" size={400} weight="semibold" className={styles.title}>
          {name}
        </Text>
        <Badge appearance="tint" size="large" color={STATE_COLOURS[state]}>
          {states[state]}
        </Badge>
      </div>
      <dl className={styles.facts}>
        <dt className={styles.term}>{words.connection.to}</dt>
        <dd className={styles.value}>{placeName(connection.place, host.teamName, words)}</dd>
        <dt className={styles.term}>{words.connection.gets}</dt>
        <dd className={styles.value}>{eventTitles(eventTypes, offer).join(' · ')}</dd>
      </dl>
      {state === 'broken' && (
        <Notice
          intent="error"
          title={words.connection.broken}
          actions={<BeginLink>{words.proof.anew}</BeginLink>}
        >
          {stateReason !== undefined && words.proof.said(stateReason)}
        </Notice>
      )}
      {told !== undefined && <ToldNotice told={told} />}
      {editing ? (
        <EditForm
          configuration={configuration}
          offer={offer}
          actions={actions}
          onChange={setConfiguration}
          onTell={setTold}
          onClose={() => setEditing(false)}
        />
      ) : (
        <ConnectionButtons
          configuration={configuration}
          actions={actions}
          onChange={setConfiguration}
          onTell={setTold}
          onEdit={() => {
            setTold(undefined);
            setEditing(true);
          }}
        />
      )}
      {state !== 'removed' && <Link href={`/channel?id=${id}`}>{words.connection.history}</Link>}
    </section>
  );
}
