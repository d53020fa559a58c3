import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useRef, useState } from 'react';
import type { Configuration } from '../../server/configurations/schema.ts';
import type { Api } from '../shared/api.ts';
import { editAddress } from '../shared/edit-address.ts';
import { useAnnounce } from '../shared/live-region.tsx';
import { LoadingPart } from '../shared/loading.tsx';
import { usePauseWords } from '../shared/pause/words.ts';
import { TestCardButton } from '../shared/test-card/test-card-button.tsx';
import { useChannelWords } from './words.ts';

/** Each is loaded when somebody opens it. */
const PausePanel = lazy(async () => ({
  default: (await import('../shared/pause/pause-panel.tsx')).PausePanel,
}));
const ResumePanel = lazy(async () => ({
  default: (await import('../shared/pause/resume-panel.tsx')).ResumePanel,
}));
const RemovePanel = lazy(async () => ({ default: (await import('./remove-panel.tsx')).RemovePanel }));

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type PanelName = 'pause' | 'resume' | 'remove';

interface ChannelActionsProps {
  configuration: Configuration;
  events: string[];
  waiting: number;
  keptDays: number;
  api: Api;
  onChange(configuration: Configuration): void;
  /** It was removed or tested: what is shown is to be read anew. */
  onChanged(): void;
}

/** What can be done with a channel that is there: pause, resume, test, edit, remove. One panel at a time. */
export function ChannelActions(props: ChannelActionsProps) {
  const { configuration, events, waiting, keptDays, api, onChange, onChanged } = props;
  const styles = useStyles();
  const { actions } = useChannelWords();
  const pauseWords = usePauseWords();
  const announce = useAnnounce();
  const [panel, setPanel] = useState<PanelName>();
  const buttons = useRef(new Map<PanelName, HTMLButtonElement>());
  const { state } = configuration;

  const close = () => {
    if (panel !== undefined) buttons.current.get(panel)?.focus();
    setPanel(undefined);
  };
  const done = (words: string) => (changed: Configuration) => {
    close();
    onChange(changed);
    announce(words);
  };
  const opener = (name: PanelName, label: string, appearance: 'primary' | 'secondary' = 'secondary') => (
    <Button
      ref={(element: HTMLButtonElement | null) => {
        if (element !== null) buttons.current.set(name, element);
      }}
      appearance={appearance}
      aria-expanded={panel === name}
      onClick={() => (panel === name ? close() : setPanel(name))}
    >
      {label}
    </Button>
  );
  const shared = { configuration, api, onClose: close };
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div role="group" aria-label={actions.label} className={styles.buttons}>
        {state === 'paused' && opener('resume', pauseWords.resumeDots, 'primary')}
        {state === 'active' && opener('pause', actions.pause)}
        {state === 'paused' && opener('pause', pauseWords.changePause)}
        <Button
          as="a"
          href={editAddress(configuration.id)}
          appearance={state === 'broken' ? 'primary' : 'secondary'}
        >
          {actions.edit}
        </Button>
        {opener('remove', actions.remove)}
      </div>
      {panel !== undefined && (
        <Suspense fallback={<LoadingPart />}>
          {panel === 'pause' && <PausePanel {...shared} onDone={done(pauseWords.paused)} />}
          {panel === 'resume' && (
            <ResumePanel {...shared} waiting={waiting} onDone={done(pauseWords.resumed)} />
          )}
          {panel === 'remove' && (
            <RemovePanel {...shared} events={events} keptDays={keptDays} onDone={onChanged} />
          )}
        </Suspense>
      )}
      {configuration.destination !== undefined && (
        <TestCardButton api={api} id={configuration.id} onTested={onChanged} />
      )}
    </>
  );
}
