import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Liveness } from './follow-channel.ts';
import type { ChannelWords } from './locales/en.ts';
import { useChannelWords } from './words.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  hint: { color: tokens.colorNeutralForeground2 },
});

const COLOURS = {
  live: 'success',
  connecting: 'informative',
  lost: 'warning',
  full: 'warning',
  offline: 'warning',
  ended: 'warning',
} as const;

/** Whether the page follows what happens, in words beside the colour. What to know when offline stands above all. */
export function LiveStatus({ liveness }: { liveness: Liveness | 'offline' }) {
  const styles = useStyles();
  const { short, hint } = sayLiveness(liveness, useChannelWords());
  return (
    <div className={styles.root}>
      <Badge appearance="tint" color={COLOURS[liveness]}>
        {short}
      </Badge>
      {/* Read out when it changes: what is shown may be old then. */}
      <Text size={200} role="status" className={styles.hint}>
        {hint}
      </Text>
    </div>
  );
}

function sayLiveness(
  liveness: Liveness | 'offline',
  { live }: ChannelWords,
): { short: string; hint: string } {
  switch (liveness) {
    case 'live':
      return { short: live.on, hint: live.onHint };
    case 'connecting':
      return { short: live.connecting, hint: '' };
    case 'offline':
      return { short: live.offline, hint: '' };
    case 'full':
      return { short: live.lost, hint: live.full };
    case 'lost':
    case 'ended':
      return { short: live.lost, hint: live.lostHint };
  }
}
