import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { SandboxChannel, SandboxState } from '../../server/sandbox/schema.ts';
import { aloneWith, readAppLocation } from './app.ts';
import { BehaviourNotice } from './channel/behaviour-notice.tsx';
import { ChannelHeader } from './channel/channel-header.tsx';
import { Composer } from './channel/composer.tsx';
import { Hint } from './channel/hint.tsx';
import { PostsTab } from './channel/posts-tab.tsx';
import { TabContent } from './channel/tab-content.tsx';
import { WebhookBar } from './channel/webhook-bar.tsx';
import { ChannelDialogs, type OpenDialog } from './dialogs/channel-dialogs.tsx';
import { type Hosting, HostingProvider } from './hosting.tsx';
import { LogPanel } from './log/log-panel.tsx';
import type { Preferences } from './preferences.ts';
import { useProtocolLog } from './protocol-log.ts';
import { newSessionId } from './session-id.ts';
import { ChannelList } from './shell/channel-list.tsx';
import { gridArea } from './shell/grid-area.ts';
import { NARROW } from './shell/narrow.ts';
import { Rail } from './shell/rail.tsx';
import { TopBar } from './shell/top-bar.tsx';
import { usePosts } from './use-posts.ts';
import { LOCALES } from './words.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateAreas: '"top top top" "rail list main"',
    gridTemplateColumns: 'auto 240px minmax(0, 1fr)',
    gridTemplateRows: 'auto minmax(0, 1fr)',
    height: '100%',
    [NARROW]: {
      gridTemplateAreas: '"top" "list" "main" "rail"',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: 'auto auto minmax(0, 1fr) auto',
    },
  },
  withLog: {
    gridTemplateAreas: '"top top top top" "rail list main log"',
    gridTemplateColumns: 'auto 240px minmax(0, 1fr) minmax(280px, 26vw)',
    [NARROW]: {
      gridTemplateAreas: '"top" "list" "main" "log" "rail"',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: 'auto auto minmax(0, 3fr) minmax(0, 2fr) auto',
    },
  },
  main: {
    ...gridArea('main'),
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

export interface TeamViewProps {
  state: SandboxState;
  /** Reads the team again. */
  onReload(): Promise<void>;
  preferences: Preferences;
  onPreferences(changes: Partial<Preferences>): void;
}

/** The team as a small Teams client shows it: channels, one channel with its tabs, and the dialogs over it. */
export function TeamView({ state, onReload, preferences, onPreferences }: TeamViewProps) {
  const styles = useStyles();
  const { append, entries, clear } = useProtocolLog();
  // The channels are fixed: reading the team again brings the same ones.
  const [channels] = useState(state.channels);
  const posts = usePosts(channels);
  const [chosenId, setChosenId] = useState(channels[0]?.id);
  const [openTabIds, setOpenTabIds] = useState<Readonly<Record<string, string | undefined>>>({});
  const [dialog, setDialog] = useState<OpenDialog>();
  const [sessionId] = useState(newSessionId);

  const { theme, language, signOn, quirks, logOpen } = preferences;
  const person = state.people.find(({ id }) => id === preferences.personId) ?? state.people[0];
  const channel = channels.find(({ id }) => id === chosenId);
  const { tenantId, team, appName, appPath } = state;
  const hosting = useMemo<Hosting | undefined>(
    () =>
      person && {
        app:
          appPath === undefined
            ? readAppLocation(window.location.search, window.location.origin, appName)
            : aloneWith(appPath, window.location.origin, appName),
        tenantId,
        team,
        person,
        theme,
        locale: LOCALES[language],
        sessionId,
        signOn,
        quirks: new Set(quirks),
        log: append,
      },
    [appName, appPath, tenantId, team, person, theme, language, sessionId, signOn, quirks, append],
  );
  if (!hosting || !channel) return null;

  const installations = state.installations.filter(({ channelId }) => channelId === channel.id);
  const behaviour = state.behaviours[channel.id] ?? 'normal';
  const workflows = state.workflows.filter(({ channelId }) => channelId === channel.id);
  const alone = appPath !== undefined;
  const tabs = installations.filter(({ kind }) => kind === 'tab');
  const openTab = tabs.find(({ id }) => id === openTabIds[channel.id]);

  function choose(next: SandboxChannel): void {
    // What is open counts as read; what comes after it was left counts as new.
    if (channel) posts.markRead(channel.id);
    setChosenId(next.id);
  }

  function showTab(tabId: string | undefined): void {
    if (channel) setOpenTabIds((known) => ({ ...known, [channel.id]: tabId }));
  }

  return (
    <HostingProvider hosting={hosting}>
      <div className={mergeClasses(styles.root, logOpen && styles.withLog)}>
        <TopBar preferences={preferences} people={state.people} person={person} onChange={onPreferences} />
        <Rail
          quirks={quirks}
          onQuirks={(next) => onPreferences({ quirks: next })}
          logOpen={logOpen}
          cardwire={!alone}
          onTeams={() => showTab(undefined)}
          onLog={() => onPreferences({ logOpen: !logOpen })}
        />
        <ChannelList
          team={team}
          channels={channels}
          chosen={channel}
          unread={(id) => (id === channel.id ? 0 : posts.unread(id))}
          onChoose={choose}
        />
        <main className={styles.main}>
          <ChannelHeader
            channel={channel}
            tabs={tabs}
            openTab={openTab}
            onOpenTab={showTab}
            onAddTab={() => setDialog({ kind: 'configure', what: 'tab' })}
            onTabSettings={(installation) => setDialog({ kind: 'configure', what: 'tab', installation })}
            onRemoveTab={(tab) => setDialog({ kind: 'remove-tab', tab })}
            onManageConnectors={() => setDialog({ kind: 'connectors' })}
            onWorkflows={() => setDialog({ kind: 'workflows' })}
            onBehaviour={() => setDialog({ kind: 'behaviour' })}
          />
          <BehaviourNotice
            channel={channel}
            behaviour={behaviour}
            onChange={() => setDialog({ kind: 'behaviour' })}
            onChanged={onReload}
          />
          {openTab ? (
            <TabContent key={`${openTab.id} ${openTab.savedAt}`} channel={channel} tab={openTab} />
          ) : (
            <PostsTab
              key={channel.id}
              posts={posts.byChannel?.[channel.id]}
              misses={posts.misses.filter(({ channelId }) => channelId === channel.id)}
              live={posts.live}
              onEarlier={posts.hasEarlier(channel.id) ? () => posts.readEarlier(channel.id) : undefined}
              hint={
                !preferences.hintDismissed && (
                  <Hint
                    alone={alone}
                    onStart={() => setDialog({ kind: 'connectors' })}
                    onDismiss={() => onPreferences({ hintDismissed: true })}
                  />
                )
              }
            />
          )}
          {alone ? <WebhookBar installations={installations} workflows={workflows} /> : <Composer />}
        </main>
        {logOpen && (
          <LogPanel entries={entries} onClear={clear} onClose={() => onPreferences({ logOpen: false })} />
        )}
        <ChannelDialogs
          channel={channel}
          installations={installations}
          workflows={workflows}
          behaviour={behaviour}
          dialog={dialog}
          onDialog={setDialog}
          onReload={onReload}
          onTabSaved={(tab) => showTab(tab.id)}
        />
      </div>
    </HostingProvider>
  );
}
