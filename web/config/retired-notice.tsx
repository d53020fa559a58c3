import { useSpeech } from '../shared/language.ts';
import { Notice } from '../shared/notice.tsx';
import type { HostKind } from './host-kind.ts';

/** Says that the channel's address is of a kind that Teams no longer has, since which day, and what to do. */
export function RetiredNotice({ since, hostKind }: { since: string; hostKind: HostKind }) {
  const { locale, words } = useSpeech();
  const { retired } = words.config;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(since));
  return (
    <Notice intent="warning" title={retired.title(day)}>
      {retired[hostKind]}
      {hostKind === 'connector' && (
        <ol>
          {retired.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
    </Notice>
  );
}
