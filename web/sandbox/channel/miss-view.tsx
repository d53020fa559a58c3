import { Body1, Body1Strong, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { EyeOffRegular } from '@fluentui/react-icons';
import type { Miss } from '../../../server/sandbox/behaviour.ts';
import { useLanguage, useWords } from '../words.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    maxWidth: '764px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    color: tokens.colorNeutralForeground2,
  },
  icon: { flexShrink: 0 },
  text: { minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  answer: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
});

/** A note of the sandbox's own, in the place where Teams shows nothing: what came, and what was answered. */
export function MissView({ miss, count }: { miss: Miss; count: number }) {
  const words = useWords().webhooks.miss;
  const language = useLanguage();
  const styles = useStyles();
  const digits = new Intl.NumberFormat(language);
  const { name } = miss.sender;
  return (
    <li className={styles.root}>
      <EyeOffRegular className={styles.icon} fontSize={20} aria-hidden />
      <div className={styles.text}>
        <div className={styles.head}>
          <Body1Strong as="h3">{words.title}</Body1Strong>
          <Caption1>
            <time dateTime={miss.at}>
              {new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(new Date(miss.at))}
            </time>
          </Caption1>
        </div>
        <Body1>
          {count === 1 ? words.one(name, digits.format(miss.bytes)) : words.many(name, digits.format(count))}{' '}
          {answerWords(words, miss)}
        </Body1>
        {miss.words && <pre className={styles.answer}>{miss.words}</pre>}
      </div>
    </li>
  );
}

function answerWords(words: ReturnType<typeof useWords>['webhooks']['miss'], { status }: Miss): string {
  if (status === 0) return words.cut;
  return status === 202 ? words.accepted : words.answered(status);
}
