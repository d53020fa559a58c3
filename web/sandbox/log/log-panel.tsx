import { Body1, Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { LogEntry } from '../host/log.ts';
import { gridArea } from '../shell/grid-area.ts';
import { useWords } from '../words.tsx';
import { LogItem } from './log-item.tsx';

const useStyles = makeStyles({
  root: {
    ...gridArea('log'),
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    minWidth: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { flexGrow: 1, margin: 0 },
  help: { padding: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground3 },
  list: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

export interface LogPanelProps {
  entries: readonly LogEntry[];
  onClear(): void;
  onClose(): void;
}

/** Every message between host and page, for whoever writes a page. */
export function LogPanel(props: LogPanelProps) {
  const { entries } = props;
  const words = useWords();
  const styles = useStyles();
  const list = useRef<HTMLOListElement>(null);
  const newest = entries.at(-1)?.number;

  // The list follows its newest entry.
  useEffect(() => {
    if (newest !== undefined) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [newest]);

  return (
    <aside className={styles.root} aria-label={words.protocolLog}>
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.title}>
          {words.protocolLog}
        </Subtitle2>
        <Button size="small" disabled={entries.length === 0} onClick={props.onClear}>
          {words.log.clear}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={words.close}
          onClick={props.onClose}
        />
      </div>
      <Body1 className={styles.help}>{entries.length === 0 ? words.log.empty : words.log.help}</Body1>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever uses the keyboard must be able to scroll it. */}
      <ol ref={list} className={styles.list} tabIndex={0} aria-label={words.protocolLog}>
        {entries.map((entry) => (
          <LogItem key={entry.number} entry={entry} />
        ))}
      </ol>
    </aside>
  );
}
