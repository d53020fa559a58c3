import { Button, Spinner } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { TestResult } from '../../../server/configurations/test-schema.ts';
import type { ConnectionView, ConnectSessionView } from '../../../server/connect/schema.ts';
import { FailedNotice } from '../../shared/failed-notice.tsx';
import { Notice } from '../../shared/notice.tsx';
import type { ConnectApi } from '../connect-api.ts';
import type { ConnectWords } from '../locales/en.ts';
import { placeName } from '../place.ts';
import { useConnectWords } from '../words.ts';
import { BeginLink } from './begin-link.tsx';

interface PendingProofProps {
  pending: ConnectSessionView['pending'][number];
  api: Pick<ConnectApi, 'prove'>;
  onConnected(connection: ConnectionView): void;
}

type Phase =
  | { status: 'sending' }
  | { status: 'connected' }
  | { status: 'refused'; test: TestResult }
  | { status: 'failed'; error: unknown };

/** Has a first card posted to what Microsoft gave, at once, and tells what came of it. */
export function PendingProof({ pending, api, onConnected }: PendingProofProps) {
  const words = useConnectWords();
  const { proof } = words;
  const place = placeName(pending.place, pending.groupName, words);
  const [phase, setPhase] = useState<Phase>({ status: 'sending' });

  const prove = async () => {
    setPhase({ status: 'sending' });
    try {
      const { connection, test } = await api.prove(pending.id);
      if (connection) onConnected(connection);
      setPhase(connection || !test ? { status: 'connected' } : { status: 'refused', test });
    } catch (error) {
      setPhase({ status: 'failed', error });
    }
  };
  const begun = useRef(false);
  useEffect(() => {
    // Once, whatever React does with effects: it posts a card.
    if (!begun.current) void prove();
    begun.current = true;
  });

  if (phase.status === 'sending') {
    return (
      <div role="status">
        <Spinner labelPosition="after" size="small" label={proof.under(place)} />
      </div>
    );
  }
  if (phase.status === 'connected') {
    return (
      <Notice intent="success" title={proof.goodTitle(place)}>
        {proof.good}
      </Notice>
    );
  }
  if (phase.status === 'failed') {
    return <FailedNotice error={phase.error} title={proof.unreached} retry={prove} />;
  }
  return (
    <Notice
      intent="error"
      title={proof.badTitle(place)}
      actions={
        <>
          <Button onClick={prove}>{proof.again}</Button>
          <BeginLink>{proof.anew}</BeginLink>
        </>
      }
    >
      {refusalWords(phase.test, proof)}
    </Notice>
  );
}

function refusalWords({ verdict, status, words }: TestResult, proof: ConnectWords['proof']): string {
  const answer = status === undefined ? proof.silent : proof.answered(status);
  const said = words === undefined || words === '' ? '' : proof.said(words);
  return [answer, said, verdict === 'dead' ? proof.dead : proof.later]
    .filter((part) => part !== '')
    .join(' ');
}
