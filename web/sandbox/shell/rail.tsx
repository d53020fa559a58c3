import {
  Button,
  makeStyles,
  mergeClasses,
  shorthands,
  ToggleButton,
  tokens,
} from '@fluentui/react-components';
import { CardUiRegular, CodeTextRegular, PeopleTeamFilled } from '@fluentui/react-icons';
import { useWords } from '../words.tsx';
import { NARROW } from './narrow.ts';

const useStyles = makeStyles({
  root: {
    ...shorthands.gridArea('rail'),
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    backgroundColor: tokens.colorNeutralBackground4,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    // On a phone Teams has its rail at the bottom.
    [NARROW]: {
      flexDirection: 'row',
      justifyContent: 'space-around',
      padding: tokens.spacingHorizontalXXS,
      borderRight: 'none',
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  item: {
    flexDirection: 'column',
    minWidth: 0,
    width: '68px',
    padding: `${tokens.spacingVerticalXS} 0`,
    fontSize: tokens.fontSizeBase100,
    fontWeight: tokens.fontWeightRegular,
    lineHeight: tokens.lineHeightBase100,
    [NARROW]: { width: '120px' },
  },
  current: { color: tokens.colorBrandForeground1 },
});

export interface RailProps {
  logOpen: boolean;
  /** Back to the channel's posts. */
  onTeams(): void;
  onLog(): void;
}

/** What the window can show: the team, and beside it the protocol. */
export function Rail(props: RailProps) {
  const words = useWords();
  const styles = useStyles();
  return (
    <nav className={styles.root} aria-label={words.views}>
      <Button
        appearance="subtle"
        className={mergeClasses(styles.item, styles.current)}
        icon={<PeopleTeamFilled />}
        onClick={props.onTeams}
      >
        {words.teams}
      </Button>
      <ToggleButton
        appearance="subtle"
        className={styles.item}
        icon={<CodeTextRegular />}
        checked={props.logOpen}
        onClick={props.onLog}
      >
        {words.protocolLog}
      </ToggleButton>
      <Button
        as="a"
        href="/sandbox/cards"
        appearance="subtle"
        className={styles.item}
        icon={<CardUiRegular />}
      >
        {words.gallery.open}
      </Button>
    </nav>
  );
}
