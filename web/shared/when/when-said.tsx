import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Api } from '../api.ts';
import { useSpeech } from '../language.ts';
import { missingIn, type Timing } from './timing.ts';
import { momentText, timingText } from './timing-text.ts';
import { useNextPost } from './use-next-post.ts';
import { useWhenWords } from './when-words.ts';

const useStyles = makeStyles({ next: { color: tokens.colorNeutralForeground2 } });

/** When a channel is told, in sentences, with the next time; or what is missing to say it. */
export function WhenSaid({ api, timing }: { api: Pick<Api, 'nextPost'>; timing: Timing }) {
  const styles = useStyles();
  const { locale } = useSpeech();
  const words = useWhenWords();
  const next = useNextPost(api, timing);
  const said = timingText(timing, words, locale);
  return (
    <>
      <Text block>
        {said ??
          missingIn(timing)
            .map((part) => words.missing[part])
            .join(' ')}
      </Text>
      {next !== undefined && (
        <Text block className={styles.next}>
          {next === 'failed' ? words.unknown : words.next(momentText(next, timing.timeZone, locale))}
        </Text>
      )}
    </>
  );
}
