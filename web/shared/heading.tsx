import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  heading: { display: 'grid', gap: tokens.spacingVerticalXS },
  title: { margin: 0 },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface HeadingProps {
  title: string;
  /** One sentence beneath. */
  children?: ReactNode;
}

/** The page's title, with a sentence beneath. */
export function Heading({ title, children }: HeadingProps) {
  const styles = useStyles();
  return (
    <header className={styles.heading}>
      <Text as="h1" size={500} weight="semibold" className={styles.title}>
        {title}
      </Text>
      {children !== undefined && <Text className={styles.muted}>{children}</Text>}
    </header>
  );
}
