import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { FailedNotice } from '../shared/failed-notice.tsx';
import { useSpeech } from '../shared/language.ts';
import { LoadingPart } from '../shared/loading.tsx';
import { useLoad } from '../shared/use-load.ts';
import type { OperateApi } from './operate-api.ts';
import { hrefOf } from './place.ts';
import { useRowStyles } from './shell/row-styles.ts';
import { useOperateWords } from './words.ts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase300 },
  caption: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    paddingBottom: tokens.spacingVerticalS,
  },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
  },
  number: {
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'end',
    fontVariantNumeric: 'tabular-nums',
  },
});

/** Which event types came, how often, and how many channels chose them. */
export function EventTypesView({ api }: { api: OperateApi }) {
  const styles = useStyles();
  const { link, muted } = useRowStyles();
  const { language, locale, words: shared } = useSpeech();
  const { types } = useOperateWords();
  const [counts, reload] = useLoad(() => api.readTypes(language));
  if (counts.status === 'loading') return <LoadingPart />;
  if (counts.status === 'failed') {
    return <FailedNotice error={counts.error} title={shared.common.failedTitle} retry={reload} />;
  }
  const { days, every, items } = counts.value;
  const number = new Intl.NumberFormat(locale);
  return (
    <>
      {every > 1 && <Text size={200}>{types.sampled(every)}</Text>}
      <table className={styles.table}>
        <caption className={styles.caption}>{types.caption(days)}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.cell}>
              {types.type}
            </th>
            <th scope="col" className={styles.number}>
              {types.events}
            </th>
            <th scope="col" className={styles.number}>
              {types.configurations}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ type, title, events, configurations }) => (
            <tr key={type}>
              <th scope="row" className={styles.cell}>
                <Text block>{title ?? type}</Text>
                {title !== undefined && (
                  <Text size={200} className={muted}>
                    {type}
                  </Text>
                )}
              </th>
              <td className={styles.number}>
                {events === 0 ? (
                  number.format(events)
                ) : (
                  <a
                    href={hrefOf('deliveries', { type })}
                    className={link}
                    aria-label={`${types.events}, ${title ?? type}: ${number.format(events)}`}
                  >
                    {number.format(events)}
                  </a>
                )}
              </td>
              <td className={styles.number}>
                {configurations === 0 ? (
                  number.format(configurations)
                ) : (
                  <a
                    href={hrefOf('configurations', { type })}
                    className={link}
                    aria-label={`${types.configurations}, ${title ?? type}: ${number.format(configurations)}`}
                  >
                    {number.format(configurations)}
                  </a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
