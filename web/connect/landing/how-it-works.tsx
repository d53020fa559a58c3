import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useConnectWords } from '../words.ts';

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  title: { margin: 0 },
  steps: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, lineHeight: tokens.lineHeightBase400 },
});

/** What happens after the button. */
export function HowItWorks() {
  const styles = useStyles();
  const { landing } = useConnectWords();
  return (
    <section className={styles.section}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>
        {landing.howTitle}
      </Text>
      <ol className={styles.steps}>
        {landing.how.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}
