import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useWords } from '../shared/language.ts';
import type { Complaint } from './draft.ts';

const useStyles = makeStyles({
  line: {
    color: tokens.colorNeutralForeground2,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalM,
  },
});

export type Phase = 'editing' | 'saving' | 'saved';

/** Says what the host's Save waits for: the button is the host's, so the page cannot show it there. */
export function Readiness({ phase, complaints }: { phase: Phase; complaints: Complaint[] }) {
  const styles = useStyles();
  const { config } = useWords();
  const missing = complaints.map((complaint) => config.missing[complaint]).join(', ');
  const waiting = missing === '' ? config.ready : config.toSave(missing);
  const text = { editing: waiting, saving: config.saving, saved: config.saved }[phase];
  return (
    <Text role="status" className={styles.line}>
      {text}
    </Text>
  );
}
