import {
  Button,
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Subtitle2,
  Tab,
  TabList,
  Tooltip,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import {
  AddRegular,
  ChevronDownRegular,
  MoreHorizontalRegular,
  NumberSymbolRegular,
} from '@fluentui/react-icons';
import type { Installation, SandboxChannel } from '../../../server/sandbox/schema.ts';
import { nameOf } from '../host/settings.ts';
import { useHosting } from '../hosting.tsx';
import { useWords } from '../words.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 480px)': { paddingInline: tokens.spacingHorizontalS },
  },
  name: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, margin: 0 },
  tabs: { display: 'flex', alignItems: 'center', flexGrow: 1, minWidth: 0, overflowX: 'auto' },
});

export interface ChannelHeaderProps {
  channel: SandboxChannel;
  tabs: readonly Installation[];
  /** The tab that is open; none means the posts. */
  openTab: Installation | undefined;
  onOpenTab(tabId: string | undefined): void;
  onAddTab(): void;
  onTabSettings(tab: Installation): void;
  onRemoveTab(tab: Installation): void;
  onManageConnectors(): void;
  onWorkflows(): void;
  /** Opens what the channel's webhooks do. */
  onBehaviour(): void;
}

/** Tab values are ids of installations; this one is none of them. */
const POSTS = 'posts';

/** The channel's name, its tabs, and the menu with what can be added. */
export function ChannelHeader(props: ChannelHeaderProps) {
  const { channel, tabs, openTab } = props;
  const words = useWords();
  const styles = useStyles();
  const { app } = useHosting();
  // A dialog that closes gives the focus back to where it came from.
  const focusTarget = useRestoreFocusTarget();
  const nameOfTab = (tab: Installation) => nameOf(tab.settings) ?? app.name;

  return (
    <div className={styles.root}>
      <Subtitle2 as="h1" className={styles.name}>
        <NumberSymbolRegular aria-hidden />
        {channel.name}
      </Subtitle2>
      <div className={styles.tabs}>
        <TabList
          aria-label={words.channelTabs(channel.name)}
          selectedValue={openTab?.id ?? POSTS}
          onTabSelect={(_event, { value }) => props.onOpenTab(value === POSTS ? undefined : String(value))}
        >
          <Tab value={POSTS}>{words.posts}</Tab>
          {tabs.map((tab) => (
            <Tab key={tab.id} value={tab.id}>
              {nameOfTab(tab)}
            </Tab>
          ))}
        </TabList>
        {openTab && (
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <MenuButton
                {...focusTarget}
                appearance="subtle"
                size="small"
                icon={<ChevronDownRegular />}
                menuIcon={null}
                aria-label={words.tabMenu(nameOfTab(openTab))}
              />
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                <MenuItem onClick={() => props.onTabSettings(openTab)}>{words.tabSettings}</MenuItem>
                <MenuItem onClick={() => props.onRemoveTab(openTab)}>{words.removeTab}</MenuItem>
              </MenuList>
            </MenuPopover>
          </Menu>
        )}
        <Tooltip content={words.addTab} relationship="label">
          <Button {...focusTarget} appearance="subtle" icon={<AddRegular />} onClick={props.onAddTab} />
        </Tooltip>
      </div>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            {...focusTarget}
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            menuIcon={null}
            aria-label={words.moreOptions}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={props.onManageConnectors}>{words.manageConnectors}</MenuItem>
            <MenuItem onClick={props.onWorkflows}>{words.workflows}</MenuItem>
            <MenuDivider />
            <MenuItem onClick={props.onBehaviour}>{words.webhooks.open}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}
