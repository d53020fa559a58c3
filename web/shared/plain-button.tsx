import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    justifySelf: 'start',
    minHeight: '32px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
    ':active': {
      backgroundColor: tokens.colorNeutralBackground1Pressed,
      color: tokens.colorNeutralForeground1Pressed,
    },
    ':disabled': {
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForegroundDisabled,
      cursor: 'not-allowed',
    },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: tokens.strokeWidthThin,
    },
  },
  small: {
    minHeight: '24px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
});

interface PlainButtonProps {
  onClick(): void;
  small?: boolean;
  /** The part of the page that it shows and hides. */
  expands?: { id: string; open: boolean };
  /** Its name, where the words on it say too little on their own. */
  label?: string;
  disabled?: boolean;
  children: ReactNode;
}

/**
 * A button that looks like Fluent's: for the first load of pages whose real buttons are the host's, where
 * Fluent's own would weigh 5 kB for the rare "Try again".
 */
export function PlainButton({
  onClick,
  small = false,
  expands,
  label,
  disabled,
  children,
}: PlainButtonProps) {
  const styles = useStyles();
  return (
    <button
      type="button"
      aria-expanded={expands?.open}
      aria-controls={expands?.id}
      className={mergeClasses(styles.root, small && styles.small)}
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
