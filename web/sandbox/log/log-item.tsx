import { Badge, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, ArrowRightRegular } from '@fluentui/react-icons';
import type { LogEntry } from '../host/log.ts';
import { useLanguage, useWords } from '../words.tsx';

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  func: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  subtle: { color: tokens.colorNeutralForeground3 },
  args: {
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** Longer arguments are folded away. */
const SHORT_LENGTH = 120;

/** One message of the protocol. */
export function LogItem({ entry }: { entry: LogEntry }) {
  const words = useWords();
  const language = useLanguage();
  const styles = useStyles();
  const fromPage = entry.direction === 'page-to-host';
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(entry.time);
  const short = JSON.stringify(entry.args);

  return (
    <li className={styles.root}>
      <div className={styles.head}>
        {fromPage ? (
          <ArrowRightRegular aria-label={words.log.pageToHost} />
        ) : (
          <ArrowLeftRegular aria-label={words.log.hostToPage} />
        )}
        <span className={styles.func}>{entry.func}</span>
        <Caption1 className={styles.subtle}>
          {words.log.kinds[entry.kind]} · {time}
        </Caption1>
        {entry.flag && (
          <Badge color={entry.flag === 'foreign' ? 'danger' : 'warning'} appearance="tint">
            {words.log.flags[entry.flag]}
          </Badge>
        )}
      </div>
      {entry.args.length === 0 ? null : short.length <= SHORT_LENGTH ? (
        <pre className={styles.args}>{short}</pre>
      ) : (
        <details>
          <summary className={styles.args}>{short.slice(0, SHORT_LENGTH)}…</summary>
          <pre className={styles.args}>{JSON.stringify(entry.args, null, 2)}</pre>
        </details>
      )}
    </li>
  );
}
