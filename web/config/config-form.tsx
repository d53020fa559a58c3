import { lazy, type RefObject, Suspense, useEffect, useState } from 'react';
import type { Api } from '../shared/api.ts';
import { EventChoices } from '../shared/event-choices/event-choices.tsx';
import { useEventsOfLate } from '../shared/event-choices/use-events-of-late.ts';
import { Heading } from '../shared/heading.tsx';
import { useSpeech } from '../shared/language.ts';
import { OfflineNotice } from '../shared/offline-notice.tsx';
import { useConflict } from './conflict/use-conflict.ts';
import { DestinationSection } from './destination-section.tsx';
import type { Dialog } from './dialog.ts';
import { choiceOf, complaintsAbout, type Draft, firstDraft, withStored } from './draft.ts';
import { FailedSaveNotice } from './failed-save-notice.tsx';
import { readOwnLogin } from './filter/own-login.ts';
import { hostOf } from './host-kind.ts';
import type { SaveWork } from './host-requests.ts';
import { kindOfCards } from './kind-of-cards.ts';
import { Later } from './later.tsx';
import { NameField } from './name-field.tsx';
import { Narrowing } from './narrowing.tsx';
import type { Opening } from './open-configuration.ts';
import { OpeningNotices } from './opening-notices.tsx';
import { Readiness } from './readiness.tsx';
import { RemovalNote } from './removal-note.tsx';
import { RetiredNotice } from './retired-notice.tsx';
import { StateNotice } from './state-notice.tsx';
import { useRecognition } from './use-recognition.ts';
import { useSave } from './use-save.ts';

/** Not needed for the first save: it comes after the form stands. */
const WhenSection = lazy(async () => ({ default: (await import('./when/when-section.tsx')).WhenSection }));
/** Only where no host has a Save button. */
const OwnButtons = lazy(async () => ({ default: (await import('./own-buttons.tsx')).OwnButtons }));

/** Seldom do two people change one channel at a time. */
const ConflictNotice = lazy(async () => ({
  default: (await import('./conflict/conflict-notice.tsx')).ConflictNotice,
}));

interface ConfigFormProps {
  opening: Opening;
  api: Api;
  /** Filled with what the host's Save shall do; emptied while there is nothing to save. */
  saveWork: RefObject<SaveWork | undefined>;
  dialog: Dialog;
}

/** The form: holds what is entered, tells the host when it can be saved, and saves it when the host says so. */
export function ConfigForm({ opening, api, saveWork, dialog }: ConfigFormProps) {
  const { language, words } = useSpeech();
  const { offer, hostKind, place } = opening;
  const [draft, setDraft] = useState<Draft>(() => firstDraft(opening, readOwnLogin()));
  const [recognition, checkAgain] = useRecognition(api, draft.address);
  const { phase, stored, failed, save, edited, refreshState, forgive } = useSave(
    api,
    dialog,
    opening.stored,
    (others, mine) => conflicts.meet(others, mine),
  );
  const conflicts = useConflict((fields, { theirs }) =>
    setDraft((now) => withStored(now, fields, theirs, opening)),
  );
  const ofLate = useEventsOfLate(api);
  const change = (part: Partial<Draft>) => {
    setDraft((now) => ({ ...now, ...part }));
    edited();
  };

  const addressNeeded = hostKind === 'tab' && stored?.destination === undefined;
  const complaints = complaintsAbout(draft, offer, { needed: addressNeeded, recognition });
  if ((conflicts.conflict?.open.length ?? 0) > 0) complaints.unshift('changes');
  const valid = complaints.length === 0;

  const choice = choiceOf(draft, offer);

  const work: SaveWork = async ({ webhookUrl }, signal) => {
    if (!valid) {
      const missing = complaints.map((complaint) => words.config.missing[complaint]).join(', ');
      return { ok: false, reason: words.config.toSave(missing) };
    }
    const wanted = { ...choice, language, host: hostOf(hostKind, place) };
    const pastedUrl = draft.address.trim() === '' ? undefined : draft.address.trim();
    const reply = await save(
      { wanted, offeredUrl: webhookUrl, pastedUrl, origin: window.location.origin },
      signal,
    );
    if (reply.ok) conflicts.clear();
    return reply;
  };

  // First what Save does, then that it may be pressed.
  useEffect(() => {
    saveWork.current = work;
    return () => {
      saveWork.current = undefined;
    };
  });
  useEffect(() => dialog.setValidity(valid), [dialog, valid]);

  const locked = phase === 'saving';
  return (
    <>
      <Heading
        title={
          opening.stored === undefined ? words.config.headingNew(place.channelName) : words.config.headingEdit
        }
      >
        {offer.description}
      </Heading>
      {failed !== undefined && <FailedSaveNotice failed={failed} api={api} signedIn={forgive} />}
      {conflicts.conflict !== undefined && phase !== 'saved' && (
        <Suspense>
          <ConflictNotice
            conflict={conflicts.conflict}
            mine={choice}
            offer={offer}
            onDecide={conflicts.decide}
          />
        </Suspense>
      )}
      <OfflineNotice />
      <OpeningNotices opening={opening} />
      {stored !== undefined && (
        <StateNotice stored={stored} hostKind={hostKind} api={api} onChanged={refreshState} />
      )}
      {stored?.destination?.retiredSince !== undefined && opening.outlook !== true && (
        <RetiredNotice since={stored.destination.retiredSince} hostKind={hostKind} />
      )}
      <NameField
        name={draft.name}
        limit={offer.limits.nameLength}
        hostKind={hostKind}
        disabled={locked}
        onChange={(name) => change({ name })}
      />
      <DestinationSection
        api={api}
        opening={opening}
        stored={stored}
        address={draft.address}
        recognition={recognition}
        disabled={locked}
        onChange={(address) => change({ address })}
        onCheckAgain={checkAgain}
        onTested={refreshState}
      />
      <Narrowing
        api={api}
        offer={offer}
        draft={draft}
        look={{
          kind: kindOfCards(hostKind, recognition, stored),
          language,
          timeZone: draft.timing.timeZone,
          ...(stored && { configuration: stored.id }),
        }}
        failure={failed?.failure.cause}
        disabled={locked}
        onChange={(filter) => change({ filter })}
      >
        <EventChoices
          groups={offer.eventGroups}
          chosen={draft.chosen}
          ofLate={ofLate}
          disabled={locked}
          onChange={(chosen) => change({ chosen })}
        />
      </Narrowing>
      <Later>
        <WhenSection
          api={api}
          timing={draft.timing}
          disabled={locked}
          onChange={(timing) => change({ timing })}
        />
      </Later>
      {stored !== undefined && hostKind === 'connector' && dialog.own === undefined && (
        <RemovalNote stored={stored} offer={offer} />
      )}
      <Readiness phase={phase} complaints={complaints} />
      {dialog.own !== undefined && (
        <Suspense>
          <OwnButtons id={dialog.own} save={work} ready={valid && !locked} />
        </Suspense>
      )}
    </>
  );
}
