import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useConnectWords } from '../words.ts';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

interface StartBarProps {
  /** How many kinds of events. */
  chosen: number;
  leaving: boolean;
  onStart(): void;
}

/** The button, in sight however long the list of events is. A link to `/connect#connect` puts the focus on it. */
export function StartBar({ chosen, leaving, onStart }: StartBarProps) {
  const styles = useStyles();
  const { landing } = useConnectWords();
  const button = useRef<HTMLButtonElement | null>(null);
  useEffect(() => {
    if (window.location.hash === '#connect') button.current?.focus();
  }, []);
  const words = chosen === 0 ? landing.none : landing.chosen(chosen);
  return (
    <div className={styles.bar}>
      <Text role="status">{leaving ? landing.leaving : words}</Text>
      <Button
        ref={(element: HTMLButtonElement | null) => {
          button.current = element;
        }}
        appearance="primary"
        size="large"
        disabledFocusable={leaving || chosen === 0}
        onClick={onStart}
      >
        {landing.button}
      </Button>
    </div>
  );
}
