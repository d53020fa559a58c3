import { Link } from '@fluentui/react-components';
import { useState } from 'react';
import type { ConnectorOffer } from '../../../server/configurations/schema.ts';
import type { ConnectSessionView } from '../../../server/connect/schema.ts';
import { EventChoices } from '../../shared/event-choices/event-choices.tsx';
import { FailedNotice } from '../../shared/failed-notice.tsx';
import { Heading } from '../../shared/heading.tsx';
import { useSpeech } from '../../shared/language.ts';
import { OfflineNotice } from '../../shared/offline-notice.tsx';
import type { ConnectApi } from '../connect-api.ts';
import { useConnectWords } from '../words.ts';
import { firstChoice } from './first-choice.ts';
import { HowItWorks } from './how-it-works.tsx';
import { StartBar } from './start-bar.tsx';

interface LandingProps {
  api: ConnectApi;
  offer: ConnectorOffer;
  session: ConnectSessionView;
  leave(address: string): void;
}

/** The landing page's content: holds the choice, and begins the way to Microsoft. */
export function Landing({ api, offer, session, leave }: LandingProps) {
  const { language } = useSpeech();
  const { landing } = useConnectWords();
  const [chosen, setChosen] = useState(() => firstChoice(offer, window.location.search));
  const [phase, setPhase] = useState<{ leaving: boolean; error?: unknown }>({ leaving: false });

  const start = async () => {
    setPhase({ leaving: true });
    try {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const { location } = await api.start({ eventTypes: [...chosen], language, timeZone });
      leave(location);
    } catch (error) {
      setPhase({ leaving: false, error });
    }
  };

  return (
    <>
      <Heading title={landing.heading(offer.name)}>{offer.description}</Heading>
      {session.connections.length + session.pending.length > 0 && (
        <Link href="/connect/done">{landing.existing}</Link>
      )}
      <OfflineNotice />
      <HowItWorks />
      <EventChoices
        groups={offer.eventGroups}
        chosen={chosen}
        ofLate={undefined}
        disabled={phase.leaving}
        onChange={setChosen}
      />
      {phase.error !== undefined && <FailedNotice error={phase.error} title={landing.failed} />}
      <StartBar chosen={chosen.size} leaving={phase.leaving} onStart={start} />
    </>
  );
}
