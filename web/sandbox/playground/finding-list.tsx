import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { Finding } from '../../../server/sandbox/playground/schema.ts';
import { useWords } from '../words.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  place: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
  },
});

/** What Teams would not show as it is meant: why, where, and what stands there. */
export function FindingList({ label, findings }: { label: string; findings: readonly Finding[] }) {
  const { playground } = useWords();
  const styles = useStyles();
  if (findings.length === 0) return <Body1>{playground.fine}</Body1>;
  return (
    <ul className={styles.list} aria-label={label}>
      {findings.map(({ code, at, seen }) => (
        <li key={`${code} ${at}`}>
          {playground.findings[code]}
          {(at || seen) && (
            <Caption1 className={styles.place}>
              {at} {seen}
            </Caption1>
          )}
        </li>
      ))}
    </ul>
  );
}
