import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ConnectorOffer } from '../../../server/configurations/schema.ts';
import type { ConnectionView } from '../../../server/connect/schema.ts';
import { FailedNotice } from '../../shared/failed-notice.tsx';
import { useWords } from '../../shared/language.ts';
import { SignInButton } from '../../shared/sign-in-button.tsx';
import type { PersonApi } from '../connect-api.ts';
import { useConnectWords } from '../words.ts';
import { ConnectionCard } from './connection-card.tsx';

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalL,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

interface PersonsConnectionsProps {
  person: PersonApi;
  offer: ConnectorOffer;
  /** Ids that the page shows already. */
  known: ReadonlySet<string>;
}

type Phase =
  | { status: 'out' }
  | { status: 'in'; connections: readonly ConnectionView[] }
  | { status: 'failed'; error: unknown };

/** What somebody connected elsewhere, once they have signed in. */
export function PersonsConnections({ person, offer, known }: PersonsConnectionsProps) {
  const styles = useStyles();
  const { common } = useWords();
  const { done } = useConnectWords();
  const [phase, setPhase] = useState<Phase>({ status: 'out' });
  const list = () =>
    person.list().then(
      ({ connections }) => setPhase({ status: 'in', connections }),
      (error: unknown) => setPhase({ status: 'failed', error }),
    );
  const connections = phase.status === 'in' ? phase.connections : [];
  return (
    <section className={styles.section}>
      {phase.status === 'in' ? (
        <Text role="status">{done.signedIn(connections.length)}</Text>
      ) : (
        <>
          <Text>{done.signIn}</Text>
          {phase.status === 'failed' && <FailedNotice error={phase.error} title={common.failedTitle} />}
          <SignInButton api={person} done={list} chooseAccount={phase.status === 'failed'} />
        </>
      )}
      {connections
        .filter(({ configuration }) => !known.has(configuration.id))
        .map((connection) => (
          <ConnectionCard
            key={connection.configuration.id}
            connection={connection}
            offer={offer}
            actions={person.connections}
          />
        ))}
    </section>
  );
}
