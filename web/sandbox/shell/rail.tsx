import {
  Button,
  CounterBadge,
  makeStyles,
  mergeClasses,
  ToggleButton,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import {
  CardUiRegular,
  CodeTextRegular,
  EditRegular,
  MailRegular,
  PeopleTeamFilled,
  PuzzlePieceRegular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { QuirksDialog } from '../dialogs/quirks-dialog.tsx';
import type { Quirk } from '../host/quirks.ts';
import { useWords } from '../words.tsx';
import { gridArea } from './grid-area.ts';
import { NARROW } from './narrow.ts';

const useStyles = makeStyles({
  root: {
    ...gridArea('rail'),
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
    position: 'relative',
    [NARROW]: { width: 'auto', flexGrow: 1, flexBasis: 0 },
  },
  badge: { position: 'absolute', top: 0, right: tokens.spacingHorizontalS },
  current: { color: tokens.colorBrandForeground1 },
});

export interface RailProps {
  logOpen: boolean;
  /** Whether Cardwire is there, with its gallery of cards and its mail. */
  cardwire: boolean;
  quirks: readonly Quirk[];
  onQuirks(quirks: readonly Quirk[]): void;
  /** Back to the channel's posts. */
  onTeams(): void;
  onLog(): void;
}

/** What the window can show: the team, and beside it the protocol; and what the host does to pages. */
export function Rail(props: RailProps) {
  const words = useWords();
  const styles = useStyles();
  const focusTarget = useRestoreFocusTarget();
  const [choosing, setChoosing] = useState(false);
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
        {...focusTarget}
        appearance="subtle"
        className={styles.item}
        icon={<PuzzlePieceRegular />}
        onClick={() => setChoosing(true)}
      >
        {words.quirks.open}
        {props.quirks.length > 0 && (
          <CounterBadge
            className={styles.badge}
            count={props.quirks.length}
            size="small"
            color="danger"
            aria-label={words.quirks.on(props.quirks.length)}
          />
        )}
      </Button>
      {props.cardwire && (
        <>
          <Button
            as="a"
            href="/sandbox/cards"
            appearance="subtle"
            className={styles.item}
            icon={<CardUiRegular />}
          >
            {words.gallery.open}
          </Button>
          <Button
            as="a"
            href="/sandbox/playground"
            appearance="subtle"
            className={styles.item}
            icon={<EditRegular />}
          >
            {words.playground.open}
          </Button>
          <Button
            as="a"
            href="/sandbox/office365/mail"
            appearance="subtle"
            className={styles.item}
            icon={<MailRegular />}
          >
            {words.mailboxes}
          </Button>
        </>
      )}
      {choosing && (
        <QuirksDialog quirks={props.quirks} onChange={props.onQuirks} onClose={() => setChoosing(false)} />
      )}
    </nav>
  );
}
