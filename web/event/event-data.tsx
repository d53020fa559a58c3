import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { FactList } from './fact-list.tsx';
import { useEventWords } from './words.ts';

/** What lies deeper is shown as JSON: a column inside a column soon has no width left. */
const DEEPEST = 4;

const useStyles = makeStyles({
  text: { whiteSpace: 'pre-wrap' },
  json: { margin: 0, whiteSpace: 'pre-wrap', fontFamily: tokens.fontFamilyMonospace },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  absent: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
});

/** A JSON value as people read it, all of it as text of the page, so that the browser's search finds it. */
export function EventData({ value, depth = 0 }: { value: unknown; depth?: number }) {
  const styles = useStyles();
  const words = useEventWords();
  const absent = (word: string) => <span className={styles.absent}>{word}</span>;
  if (value === null || value === undefined) return absent(words.none);
  if (value === '') return absent(words.empty);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string') {
    return isWebAddress(value) ? (
      <Link href={value} target="_blank" rel="noopener noreferrer">
        {value}
      </Link>
    ) : (
      <span className={styles.text}>{value}</span>
    );
  }
  if (typeof value !== 'object') return String(value);
  const parts = Object.entries(value);
  if (parts.length === 0) return absent(words.empty);
  if (depth === DEEPEST) return <pre className={styles.json}>{JSON.stringify(value, null, 2)}</pre>;
  if (!Array.isArray(value)) {
    return (
      <FactList
        facts={parts.map(([name, part]) => [name, <EventData key={name} value={part} depth={depth + 1} />])}
      />
    );
  }
  return (
    <ol className={styles.list}>
      {parts.map(([place, part]) => (
        <li key={place}>
          <EventData value={part} depth={depth + 1} />
        </li>
      ))}
    </ol>
  );
}

/** Only whole addresses of these schemes become links: `javascript:` never does. */
function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}
