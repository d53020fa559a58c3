import { Button, Field, Input, Radio, RadioGroup, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Configuration } from '../../../server/configurations/schema.ts';
import { ActionFailure } from '../action-failure.tsx';
import type { Api } from '../api.ts';
import { useSpeech } from '../language.ts';
import { Panel } from '../panel.tsx';
import { useAction } from '../use-action.ts';
import type { PauseWords } from './locales/en.ts';
import { ModeChoice, type ResumeMode } from './mode-choice.tsx';
import {
  complaintAboutMoment,
  mondayMorning,
  PAUSE_ENDS,
  type PauseEnd,
  pauseUntil,
  tomorrowMorning,
} from './pause-ends.ts';
import { usePauseWords } from './words.ts';

interface PausePanelProps {
  configuration: Configuration;
  api: Api;
  onDone(configuration: Configuration): void;
  onClose(): void;
}

/** Pauses a channel, or changes its pause: until when, and what then becomes of what waited. */
export function PausePanel({ configuration, api, onDone, onClose }: PausePanelProps) {
  const words = usePauseWords();
  const { locale } = useSpeech();
  const [now] = useState(() => new Date());
  const [end, setEnd] = useState<PauseEnd>('hour');
  const [moment, setMoment] = useState('');
  const [mode, setMode] = useState<ResumeMode>(configuration.onResume ?? 'catch_up');
  const [complaint, setComplaint] = useState<string>();
  const { busy, error, run } = useAction();

  const pause = async () => {
    const pressed = new Date();
    const wrong = end === 'moment' ? complaintAboutMoment(moment, pressed) : undefined;
    setComplaint(wrong && complaintIn(wrong, words));
    if (wrong !== undefined) return;
    await run(async () => {
      const until = pauseUntil(end, moment, pressed);
      onDone(await api.pause(configuration.id, { ...until, onResume: mode }));
    });
  };

  return (
    <Panel
      title={words.pauseTitle}
      onClose={onClose}
      buttons={
        <>
          <Button appearance="primary" disabledFocusable={busy} onClick={pause}>
            {words.pause}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </>
      }
    >
      <Text>{words.effect}</Text>
      <Field label={words.howLong}>
        <RadioGroup
          value={end}
          onChange={(_, { value }) => setEnd(PAUSE_ENDS.find((one) => one === value) ?? 'hour')}
        >
          {PAUSE_ENDS.map((one) => (
            <Radio key={one} value={one} label={labelOf(one, now, locale, words)} />
          ))}
        </RadioGroup>
      </Field>
      {end === 'moment' && (
        <Field label={words.moment} {...(complaint !== undefined && { validationMessage: complaint })}>
          <Input type="datetime-local" value={moment} onChange={(_, data) => setMoment(data.value)} />
        </Field>
      )}
      <ModeChoice mode={mode} onChange={setMode} />
      <ActionFailure error={error} title={words.failed} api={api} signedIn={pause} />
    </Panel>
  );
}

function labelOf(end: PauseEnd, now: Date, locale: string, { ends }: PauseWords): string {
  const format = (options: Intl.DateTimeFormatOptions, at: Date) =>
    new Intl.DateTimeFormat(locale, options).format(at);
  if (end === 'tomorrow') return ends.tomorrow(format({ timeStyle: 'short' }, tomorrowMorning(now)));
  if (end === 'week') {
    const day = { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' } as const;
    return ends.week(format(day, mondayMorning(now)));
  }
  return ends[end];
}

function complaintIn(wrong: 'missing' | 'over' | 'far', words: PauseWords): string {
  return { missing: words.momentMissing, over: words.momentOver, far: words.momentFar }[wrong];
}
