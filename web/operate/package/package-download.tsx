import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { ApiError } from '../../shared/api-error.ts';
import { FailedNotice } from '../../shared/failed-notice.tsx';
import { useAnnounce } from '../../shared/live-region.tsx';
import { Notice } from '../../shared/notice.tsx';
import { useAction } from '../../shared/use-action.ts';
import type { OperateApi } from '../operate-api.ts';
import { useOperateWords } from '../words.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'start',
    gap: tokens.spacingVerticalS,
  },
  title: { margin: 0 },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** What people install in Teams, made of this server's settings. */
export function PackageDownload({ api }: { api: OperateApi }) {
  const styles = useStyles();
  const { package: words } = useOperateWords();
  const announce = useAnnounce();
  const { busy, error, run } = useAction();
  const title = useId();
  const download = () =>
    run(async () => {
      save(await api.readPackage());
      announce(words.done);
    });
  return (
    <section className={styles.root} aria-labelledby={title}>
      <Text as="h2" id={title} size={400} weight="semibold" className={styles.title}>
        {words.title}
      </Text>
      <Text className={styles.muted}>{words.body}</Text>
      <Button disabledFocusable={busy} onClick={download}>
        {words.download}
      </Button>
      <Failure error={error} />
    </section>
  );
}

/** Settings that make no package are no failure of the server: the doctor knows what is missing. */
function Failure({ error }: { error: unknown }) {
  const { package: words } = useOperateWords();
  if (error === undefined) return null;
  if (!(error instanceof ApiError) || error.code !== 'package-refused')
    return <FailedNotice error={error} title={words.failed} />;
  return (
    <Notice intent="warning" title={words.failed}>
      {words.refused} <code>npm run doctor</code>
    </Notice>
  );
}

/** A link would lose the key: the file is fetched, and then given to the browser. */
function save(file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'cardwire.zip';
  link.click();
  URL.revokeObjectURL(link.href);
}
