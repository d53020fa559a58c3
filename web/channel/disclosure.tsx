import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { type ReactNode, Suspense, useState } from 'react';
import { LoadingPart } from '../shared/loading.tsx';

const useStyles = makeStyles({
  // Its words begin where those around it do.
  button: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})` },
});

/** A part of the page that is loaded once somebody opens it. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <section>
      <Button
        className={styles.button}
        appearance="subtle"
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {title}
      </Button>
      {open && <Suspense fallback={<LoadingPart />}>{children}</Suspense>}
    </section>
  );
}
