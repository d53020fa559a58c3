import { useRef, useState } from 'react';
import type { Configuration } from '../../server/configurations/schema.ts';
import type { Reply } from '../shared/answer-once.ts';
import type { Api } from '../shared/api.ts';
import { useSpeech } from '../shared/language.ts';
import type { Choice } from './choice.ts';
import { ChangedByOthers } from './conflict/conflict.ts';
import { newCreationKey } from './creation-key.ts';
import type { Dialog } from './dialog.ts';
import type { Phase } from './readiness.tsx';
import { type SaveRequest, type SaveTarget, saveConfiguration } from './save-configuration.ts';
import { SaveFailure, wordsOfFailure } from './save-failure.ts';

/** Why the last save failed, in words and as it is. */
export interface FailedSave {
  failure: SaveFailure;
  words: string;
}

interface Save {
  phase: Phase;
  /** What is stored now: what the page opened with, until a save changes it. */
  stored: Configuration | undefined;
  failed: FailedSave | undefined;
  save(request: SaveRequest, signal: AbortSignal): Promise<Reply>;
  /** The form was touched: what was saved is no longer what it shows. */
  edited(): void;
  /** Reads again whether the channel can be posted to; what others changed otherwise waits for the next save. */
  refreshState(): Promise<void>;
  /** The reason of the last failure is out of the way. */
  forgive(): void;
}

/** Saves, one at a time, and keeps what came of it. A save that follows a save edits what that one stored. */
export function useSave(
  api: Api,
  dialog: Dialog,
  opened: Configuration | undefined,
  onChangedByOthers: (others: ChangedByOthers, wanted: Choice) => void,
): Save {
  const { language, words } = useSpeech();
  const [target] = useState<SaveTarget>(() => ({ stored: opened, creationKey: newCreationKey() }));
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const [phase, setPhase] = useState<Phase>('editing');
  const [stored, setStored] = useState(opened);
  const [failed, setFailed] = useState<FailedSave>();

  const saveNow = async (request: SaveRequest, signal: AbortSignal): Promise<Reply> => {
    const editing = target.stored !== undefined;
    setPhase('saving');
    setFailed(undefined);
    try {
      await saveConfiguration(request, target, { ...dialog, api }, signal);
      setPhase('saved');
      return { ok: true };
    } catch (error) {
      const failure = error instanceof SaveFailure ? error : new SaveFailure(error, 'uncertain');
      const reason = await wordsOfFailure(failure, editing, words, language);
      setPhase('editing');
      setFailed({ failure, words: reason });
      if (failure.cause instanceof ChangedByOthers) onChangedByOthers(failure.cause, request.wanted);
      return { ok: false, reason };
    } finally {
      setStored(target.stored);
    }
  };

  // The host may give up and let the user press again while the last save is still being undone.
  const save = (request: SaveRequest, signal: AbortSignal): Promise<Reply> => {
    const reply = queue.current.then(() => saveNow(request, signal));
    queue.current = reply;
    return reply;
  };

  const refreshState = async () => {
    if (target.stored === undefined) return;
    const { state, stateReason, brokenAt, pausedUntil, onResume, ...known } = target.stored;
    const newest = await api.readConfiguration(known.id).catch(() => undefined);
    if (newest === undefined || target.stored.id !== known.id) return;
    target.stored = {
      ...known,
      state: newest.state,
      ...(newest.stateReason !== undefined && { stateReason: newest.stateReason }),
      ...(newest.brokenAt !== undefined && { brokenAt: newest.brokenAt }),
      ...(newest.pausedUntil !== undefined && { pausedUntil: newest.pausedUntil }),
      ...(newest.onResume !== undefined && { onResume: newest.onResume }),
    };
    setStored(target.stored);
  };

  return {
    phase,
    stored,
    failed,
    save,
    edited: () => setPhase((now) => (now === 'saved' ? 'editing' : now)),
    refreshState,
    forgive: () => setFailed(undefined),
  };
}
