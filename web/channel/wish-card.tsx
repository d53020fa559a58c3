import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Configuration } from '../../server/configurations/schema.ts';
import type { Api } from '../shared/api.ts';
import { explain } from '../shared/explain.ts';
import { useWords } from '../shared/language.ts';
import { Notice } from '../shared/notice.tsx';
import { grant, obstacleTo, takeBack } from './grant-wish.ts';
import type { Wish } from './wish.ts';
import { useChannelWords } from './words.ts';

interface WishCardProps {
  wish: Wish;
  /** What the wished event type is called. */
  title: string;
  configuration: Configuration;
  api: Api;
  onChange(configuration: Configuration): void;
}

type Progress = { at: 'asking' | 'done' | 'undone'; busy: boolean; error?: unknown };

/** Asks whether to do what somebody followed a link for, does it, and can take it back. */
export function WishCard({ wish, title, configuration, api, onChange }: WishCardProps) {
  const all = useWords();
  const words = useChannelWords().wish;
  const [progress, setProgress] = useState<Progress>({ at: 'asking', busy: false });
  const { at, busy, error } = progress;
  const button = useRef<HTMLButtonElement | null>(null);
  const keepButton = (element: HTMLButtonElement | null) => {
    button.current = element;
  };
  // The button that was pressed is gone: the keyboard goes on at the one that took its place.
  useEffect(() => {
    if (at !== 'asking') button.current?.focus();
  }, [at]);

  const act = async (work: typeof grant, next: Progress['at']) => {
    setProgress({ at, busy: true });
    try {
      onChange(await work(api, wish, configuration));
      setProgress({ at: next, busy: false });
    } catch (failure) {
      setProgress({ at, busy: false, error: failure });
    }
  };
  const { pause, mute } = words;
  const kind =
    wish.do === 'pause' ? pause : { ...mute, question: mute.question(title), done: mute.done(title) };
  const obstacle = at === 'done' ? undefined : obstacleTo(wish, configuration);

  if (obstacle !== undefined) return <Notice intent="info">{words.obstacles[obstacle]}</Notice>;
  const problem = error === undefined ? undefined : explain(error, all);
  return (
    <>
      {problem !== undefined && (
        <Notice intent="error" title={words.failed}>
          {problem.what} {problem.todo}
        </Notice>
      )}
      {at === 'done' ? (
        <Notice
          intent="success"
          title={kind.done}
          actions={
            <Button ref={keepButton} disabledFocusable={busy} onClick={() => act(takeBack, 'undone')}>
              {words.undo}
            </Button>
          }
        >
          {kind.effect}
        </Notice>
      ) : (
        <Notice
          intent="info"
          title={at === 'undone' ? words.undone : kind.question}
          actions={
            <Button
              ref={keepButton}
              appearance={at === 'undone' ? 'secondary' : 'primary'}
              disabledFocusable={busy}
              onClick={() => act(grant, 'done')}
            >
              {kind.confirm}
            </Button>
          }
        >
          {at === 'undone' ? undefined : kind.effect}
        </Notice>
      )}
    </>
  );
}
