import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Configuration } from '../../../server/configurations/schema.ts';
import { ActionFailure } from '../action-failure.tsx';
import type { Api } from '../api.ts';
import { Panel } from '../panel.tsx';
import { useAction } from '../use-action.ts';
import { ModeChoice, type ResumeMode } from './mode-choice.tsx';
import { usePauseWords } from './words.ts';

interface ResumePanelProps {
  configuration: Configuration;
  /** How many deliveries wait; undefined: not known here. */
  waiting?: number;
  api: Api;
  onDone(configuration: Configuration): void;
  onClose(): void;
}

/** Ends a pause. What becomes of what waited can be chosen anew, where something does. */
export function ResumePanel({ configuration, waiting, api, onDone, onClose }: ResumePanelProps) {
  const words = usePauseWords();
  const [mode, setMode] = useState<ResumeMode>(configuration.onResume ?? 'catch_up');
  const { busy, error, run } = useAction();
  const resume = () => run(async () => onDone(await api.resume(configuration.id, mode)));
  const empty = waiting === 0;
  return (
    <Panel
      title={words.resumeTitle}
      onClose={onClose}
      buttons={
        <>
          <Button appearance="primary" disabledFocusable={busy} onClick={resume}>
            {mode === 'drop' && !empty ? words.resumeAndDrop : words.resume}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </>
      }
    >
      {empty ? <Text>{words.nothingWaits}</Text> : <ModeChoice mode={mode} onChange={setMode} />}
      <ActionFailure error={error} title={words.failed} api={api} signedIn={resume} />
    </Panel>
  );
}
