import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Api } from '../shared/api.ts';
import { FailureNotice } from '../shared/failure-notice.tsx';
import { LoadingPart } from '../shared/loading.tsx';
import { Time } from '../shared/time.tsx';
import { useLoad } from '../shared/use-load.ts';
import { useChannelWords } from './words.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, lineHeight: tokens.lineHeightBase300 },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** Who changed the configuration, newest first. */
export function ChangesList({ configurationId, api }: { configurationId: string; api: Api }) {
  const styles = useStyles();
  const { changes } = useChannelWords();
  const [list, reload] = useLoad(() => api.readChanges(configurationId));
  if (list.status === 'loading') return <LoadingPart />;
  if (list.status === 'failed') return <FailureNotice error={list.error} api={api} retry={reload} />;
  const { items } = list.value;
  if (items.length === 0) return <Text className={styles.muted}>{changes.none}</Text>;
  return (
    <ul className={styles.list}>
      {items.map(({ at, byName, kind, settings }) => (
        <li key={`${at} ${kind}`}>
          <Text>{changes.entry(byName, kind, settings)}</Text>{' '}
          <Text size={200} className={styles.muted}>
            <Time at={at} />
          </Text>
        </li>
      ))}
    </ul>
  );
}
