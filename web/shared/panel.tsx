import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useRef } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    // It holds the keyboard only until the next press of Tab.
    outlineStyle: 'none',
  },
  title: { margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface PanelProps {
  title: string;
  children: ReactNode;
  /** Beneath everything. */
  buttons?: ReactNode;
  /** Escape was pressed. */
  onClose(): void;
}

/** What a button opened beneath it. The keyboard goes there; whoever opened it takes it back at the end. */
export function Panel({ title, children, buttons, onClose }: PanelProps) {
  const styles = useStyles();
  const id = useId();
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  return (
    <section
      ref={section}
      tabIndex={-1}
      className={styles.root}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <Text as="h2" size={400} weight="semibold" id={id} className={styles.title}>
        {title}
      </Text>
      {children}
      {buttons !== undefined && <div className={styles.buttons}>{buttons}</div>}
    </section>
  );
}
