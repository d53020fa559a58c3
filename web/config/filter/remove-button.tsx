import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    minWidth: '32px',
    minHeight: '32px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase400,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
});

interface RemoveButtonProps {
  label: string;
  disabled: boolean;
  onClick(): void;
}

/** A cross that takes away what stands beside it. */
export function RemoveButton({ label, disabled, onClick }: RemoveButtonProps) {
  const styles = useStyles();
  return (
    <button type="button" className={styles.root} aria-label={label} disabled={disabled} onClick={onClick}>
      <span aria-hidden>✕</span>
    </button>
  );
}
