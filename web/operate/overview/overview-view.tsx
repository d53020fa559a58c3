import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Overview } from '../../../server/operate/figures-schema.ts';
import { useWords } from '../../shared/language.ts';
import { Notice } from '../../shared/notice.tsx';
import { PlainButton } from '../../shared/plain-button.tsx';
import type { OperateApi } from '../operate-api.ts';
import { PackageDownload } from '../package/package-download.tsx';
import { hrefOf } from '../place.ts';
import { useRowStyles } from '../shell/row-styles.ts';
import { useLive } from '../use-live.ts';
import { useOperateWords } from '../words.ts';
import { FigureTiles } from './figure-tiles.tsx';
import { Plots } from './plots.tsx';

/** As old as the server's own figures may be. */
const EVERY_MS = 10_000;

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
});

interface OverviewViewProps {
  api: OperateApi;
  /** What is known already. */
  opened: Overview;
}

/** How everything stands, and what was posted lately; it follows by itself. */
export function OverviewView({ api, opened }: OverviewViewProps) {
  const styles = useStyles();
  const { link } = useRowStyles();
  const { overview: words } = useOperateWords();
  const { common } = useWords();
  const live = useLive('overview', EVERY_MS, api.readOverview);
  const { atRisk, configurations, nodes, shards, retentionDays, ...figures } = live.value ?? opened;
  const { over50, over70, over90 } = atRisk;
  return (
    <>
      {live.error !== undefined && (
        <Notice intent="warning" actions={<PlainButton onClick={live.retry}>{common.tryAgain}</PlainButton>}>
          {words.stale}
        </Notice>
      )}
      {over50 + over70 + over90 > 0 && (
        <Notice
          intent={over90 > 0 ? 'error' : 'warning'}
          title={words.atRisk}
          actions={
            <a href={hrefOf('configurations', { state: 'broken' })} className={link}>
              {words.showBroken}
            </a>
          }
        >
          {words.atRiskBody(over50, over70, over90, retentionDays)}
        </Notice>
      )}
      <FigureTiles configurations={configurations} waiting={figures.waiting} failed={figures.failed} />
      <Text size={200} className={styles.muted}>
        {nodes === undefined || shards === undefined ? words.starting : words.nodes(nodes, shards)}
      </Text>
      <Plots api={api} />
      <PackageDownload api={api} />
    </>
  );
}
