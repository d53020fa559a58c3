import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { type ReactNode, useState } from 'react';

const useStyles = makeStyles({
  button: { justifySelf: 'start', marginInlineStart: '-8px' },
  part: {
    flexBasis: '100%',
    display: 'grid',
    gap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalS,
  },
});

interface ExpanderProps {
  title: string;
  /** Its name, where several have the same title. */
  name: string;
  children: ReactNode;
}

/** A button that opens something beneath it. */
export function Expander({ title, name, children }: ExpanderProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        appearance="subtle"
        size="small"
        className={styles.button}
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={open}
        aria-label={name}
        onClick={() => setOpen(!open)}
      >
        {title}
      </Button>
      {open && <div className={styles.part}>{children}</div>}
    </>
  );
}
