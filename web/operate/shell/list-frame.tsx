import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import type { ReactNode } from 'react';
import { FailedNotice } from '../../shared/failed-notice.tsx';
import { LoadingPart } from '../../shared/loading.tsx';
import type { ItemOf, List, ListPage } from '../use-list.ts';
import { useOperateWords } from '../words.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  title: { margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  empty: {
    padding: tokens.spacingVerticalXXL,
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusLarge,
  },
  more: { justifySelf: 'start' },
});

interface ListFrameProps<P extends ListPage> {
  title: string;
  list: List<P>;
  /** Said when nothing was found. */
  empty: string;
  /** On the button for the next page. */
  more?: string;
  /** Beneath the list. */
  note?: string | undefined;
  children(item: ItemOf<P>): ReactNode;
}

/** A list with what all have: refresh, more, words for nothing and for failures. */
export function ListFrame<P extends ListPage>(props: ListFrameProps<P>) {
  const { title, list, empty, more, note, children } = props;
  const { items, page, busy, error } = list;
  const styles = useStyles();
  const words = useOperateWords();
  return (
    <div className={styles.root}>
      <div className={styles.top}>
        <Text as="h2" size={400} weight="semibold" className={styles.title}>
          {title}
        </Text>
        <Button
          appearance="subtle"
          icon={<ArrowClockwiseRegular />}
          disabledFocusable={busy}
          onClick={list.refresh}
        >
          {words.list.refresh}
        </Button>
      </div>
      {error !== undefined && !busy && (
        <FailedNotice error={error} title={words.list.failed} retry={list.refresh} />
      )}
      {items === undefined ? (
        busy && <LoadingPart />
      ) : items.length === 0 ? (
        <Text className={styles.empty}>{empty}</Text>
      ) : (
        <ul className={styles.list}>{items.map((item) => children(item))}</ul>
      )}
      {note !== undefined && <Text size={200}>{note}</Text>}
      {page?.next !== undefined && (
        <Button className={styles.more} disabledFocusable={busy} onClick={list.more}>
          {more ?? words.list.more}
        </Button>
      )}
    </div>
  );
}
