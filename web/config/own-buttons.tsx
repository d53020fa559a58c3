import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../shared/language.ts';
import type { SaveWork } from './host-requests.ts';

/** As in a host's dialog: see shared/host.ts. */
const SAVE_MS = 15_000;

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
});

interface OwnButtonsProps {
  id: string;
  save: SaveWork;
  ready: boolean;
}

/** Where no host has a Save button: the page's own, and the way back. */
export function OwnButtons({ id, save, ready }: OwnButtonsProps) {
  const styles = useStyles();
  const { config } = useWords();
  return (
    <div className={styles.root}>
      <Button
        appearance="primary"
        disabledFocusable={!ready}
        onClick={() => void save({}, AbortSignal.timeout(SAVE_MS))}
      >
        {config.ownSave}
      </Button>
      <Link href={`/channel?${new URLSearchParams({ id })}`}>{config.ownBack}</Link>
    </div>
  );
}
