import { Badge } from '@fluentui/react-components';
import { useOperateWords } from '../words.ts';

const WARN = 0.5;
const ALARM = 0.9;

/** Warns when what waits has used half of the time after which it expires. */
export function UsedBadge({ share = 0 }: { share: number | undefined }) {
  const { configurations } = useOperateWords();
  if (share < WARN) return null;
  return (
    <Badge appearance="tint" color={share < ALARM ? 'warning' : 'danger'}>
      {configurations.used(Math.floor(share * 100))}
    </Badge>
  );
}
