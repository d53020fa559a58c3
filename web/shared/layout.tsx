import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  column: {
    boxSizing: 'border-box',
    display: 'grid',
    // Long names and addresses break instead of widening the page.
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXL,
    maxWidth: '720px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXL}`,
    overflowWrap: 'anywhere',
    '@media (max-width: 420px)': {
      padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    },
  },
});

/** The page's one column: readable lines on a wide screen, no sideways scrolling on a narrow one. */
export function Layout({ children }: { children: ReactNode }) {
  return <main className={useStyles().column}>{children}</main>;
}
