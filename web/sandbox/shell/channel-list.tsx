import {
  Avatar,
  Button,
  CounterBadge,
  makeStyles,
  mergeClasses,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import type { SandboxChannel, SandboxState } from '../../../server/sandbox/schema.ts';
import { useWords } from '../words.tsx';
import { gridArea } from './grid-area.ts';
import { NARROW } from './narrow.ts';

const useStyles = makeStyles({
  root: {
    ...gridArea('list'),
    minWidth: 0,
    padding: tokens.spacingHorizontalM,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    [NARROW]: {
      padding: tokens.spacingHorizontalXS,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  team: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
    [NARROW]: { display: 'none' },
  },
  channels: {
    display: 'flex',
    flexDirection: 'column',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    [NARROW]: { flexDirection: 'row' },
  },
  channel: {
    width: '100%',
    justifyContent: 'flex-start',
    paddingInlineStart: tokens.spacingHorizontalXXXL,
    fontWeight: tokens.fontWeightRegular,
    [NARROW]: { paddingInline: tokens.spacingHorizontalM, minWidth: 0 },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    fontWeight: tokens.fontWeightSemibold,
  },
  unread: { marginInlineStart: tokens.spacingHorizontalS },
});

export interface ChannelListProps {
  team: SandboxState['team'];
  channels: readonly SandboxChannel[];
  chosen: SandboxChannel | undefined;
  /** How many new posts a channel has. */
  unread(channelId: string): number;
  onChoose(channel: SandboxChannel): void;
}

/** The team and its channels. */
export function ChannelList(props: ChannelListProps) {
  const words = useWords();
  const styles = useStyles();
  return (
    <nav className={styles.root} aria-label={words.channels}>
      <div className={styles.team}>
        <Avatar shape="square" name={props.team.name} color="teal" aria-hidden />
        <Subtitle2 as="h2">{props.team.name}</Subtitle2>
      </div>
      <ul className={styles.channels}>
        {props.channels.map((channel) => {
          const isChosen = channel.id === props.chosen?.id;
          const unread = props.unread(channel.id);
          return (
            <li key={channel.id}>
              <Button
                appearance="subtle"
                className={mergeClasses(styles.channel, isChosen && styles.chosen)}
                aria-current={isChosen ? 'page' : undefined}
                onClick={() => props.onChoose(channel)}
              >
                {channel.name}
                {unread > 0 && (
                  <CounterBadge
                    className={styles.unread}
                    count={unread}
                    size="small"
                    color="danger"
                    aria-label={words.unread(unread)}
                  />
                )}
              </Button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
