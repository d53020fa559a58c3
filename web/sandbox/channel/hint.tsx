import {
  Button,
  Card,
  makeStyles,
  Subtitle2,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { useWords } from '../words.tsx';

const useStyles = makeStyles({
  root: { flexShrink: 0, maxWidth: '720px' },
  steps: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What to click, for somebody who is here for the first time. */
export function Hint(props: { alone: boolean; onStart(): void; onDismiss(): void }) {
  const { hint, alone } = useWords();
  const styles = useStyles();
  const focusTarget = useRestoreFocusTarget();
  return (
    <Card className={styles.root} role="region" aria-label={hint.title}>
      <Subtitle2 as="h2">{hint.title}</Subtitle2>
      <ol className={styles.steps}>
        <li>{hint.connect}</li>
        <li>{hint.save}</li>
        <li>{props.alone ? alone.hintSend : hint.send}</li>
      </ol>
      <div className={styles.actions}>
        <Button {...focusTarget} appearance="primary" onClick={props.onStart}>
          {hint.start}
        </Button>
        <Button onClick={props.onDismiss}>{hint.dismiss}</Button>
      </div>
    </Card>
  );
}
