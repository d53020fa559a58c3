import { useState } from 'react';
import type { ConnectorOffer } from '../../../server/configurations/schema.ts';
import type { ConnectionView, ConnectSessionView } from '../../../server/connect/schema.ts';
import { Heading } from '../../shared/heading.tsx';
import { OfflineNotice } from '../../shared/offline-notice.tsx';
import type { ConnectApi, PersonApi } from '../connect-api.ts';
import { useConnectWords } from '../words.ts';
import { BeginLink } from './begin-link.tsx';
import { ConnectionCard } from './connection-card.tsx';
import { OutcomeNotice } from './outcome-notice.tsx';
import { PendingProof } from './pending-proof.tsx';
import { PersonsConnections } from './persons-connections.tsx';

interface DoneProps {
  api: ConnectApi;
  person: PersonApi;
  offer: ConnectorOffer;
  session: ConnectSessionView;
}

/** How the newest way to Microsoft ended, and all that this browser and its person have connected. */
export function Done({ api, person, offer, session }: DoneProps) {
  const { done } = useConnectWords();
  const [connections, setConnections] = useState<readonly ConnectionView[]>(session.connections);
  const add = (added: ConnectionView) =>
    setConnections((known) => [added, ...known.filter((one) => idOf(one) !== idOf(added))]);
  const none = connections.length === 0;
  return (
    <>
      <Heading title={done.heading}>{none ? done.nothing : done.inThisBrowser}</Heading>
      <OfflineNotice />
      {session.pending.map((pending) => (
        <PendingProof key={pending.id} pending={pending} api={api} onConnected={add} />
      ))}
      {session.outcome !== undefined && session.outcome !== 'granted' && (
        <OutcomeNotice outcome={session.outcome} />
      )}
      {connections.map((connection) => (
        <ConnectionCard
          key={idOf(connection)}
          connection={connection}
          offer={offer}
          actions={api.connections}
        />
      ))}
      <BeginLink>{none ? done.first : done.another}</BeginLink>
      <PersonsConnections person={person} offer={offer} known={new Set(connections.map(idOf))} />
    </>
  );
}

function idOf({ configuration }: ConnectionView): string {
  return configuration.id;
}
