import { makeStyles, tokens } from '@fluentui/react-components';

const NARROW = '@media (max-width: 480px)';

/** Dialogs that hold a page: as wide as Teams makes them, and the whole window on a phone. */
export const useDialogStyles = makeStyles({
  surface: {
    maxWidth: '760px',
    width: '92vw',
    [NARROW]: {
      width: '100vw',
      maxWidth: '100vw',
      minHeight: '100dvh',
      borderRadius: 0,
      padding: tokens.spacingHorizontalM,
    },
  },
  plainSurface: {
    maxWidth: '560px',
    [NARROW]: { width: '100vw', maxWidth: '100vw', borderRadius: 0, padding: tokens.spacingHorizontalM },
  },
  page: {
    display: 'flex',
    flexDirection: 'column',
    height: 'min(62dvh, 600px)',
    padding: 0,
    overflow: 'hidden',
    [NARROW]: { height: 'calc(100dvh - 190px)' },
  },
  smallPage: { height: 'min(40dvh, 320px)' },
  centred: { display: 'flex', flexGrow: 1, alignItems: 'center', justifyContent: 'center' },
  message: { marginBottom: tokens.spacingVerticalS },
  start: { marginRight: 'auto', [NARROW]: { marginRight: 0 } },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  row: { display: 'flex', alignItems: 'end', gap: tokens.spacingHorizontalS },
  grow: { flexGrow: 1, minWidth: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  subtle: { color: tokens.colorNeutralForeground3 },
});
