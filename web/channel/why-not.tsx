import { Badge, Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { CameEvent, CameList } from '../../server/configurations/event-schema.ts';
import type { ConnectorOffer } from '../../server/configurations/schema.ts';
import { ActionFailure } from '../shared/action-failure.tsx';
import type { Api } from '../shared/api.ts';
import { eventTitles } from '../shared/event-titles.ts';
import { useMoment } from '../shared/moment.ts';
import { PlainButton } from '../shared/plain-button.tsx';
import { useAction } from '../shared/use-action.ts';
import { DeliveryStory } from './delivery-story.tsx';
import type { ChannelWords } from './locales/en.ts';
import { outcomeOf } from './outcome.ts';
import { useChannelWords } from './words.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} 0`,
  },
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS },
  field: { flexGrow: 1, flexBasis: '220px' },
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  event: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface WhyNotProps {
  configurationId: string;
  /** With the titles of event types in the reader's language. */
  offer: ConnectorOffer;
  api: Api;
}

/** "Why did I not get this?": finds an event by a link, or among the newest, and tells what became of it here. */
export function WhyNot({ configurationId, offer, api }: WhyNotProps) {
  const styles = useStyles();
  const { why, actions } = useChannelWords();
  const moment = useMoment();
  const [link, setLink] = useState('');
  const [found, setFound] = useState<CameList & { link: string }>();
  const [chosen, setChosen] = useState<CameEvent>();
  const { busy, error, run } = useAction();

  const look = (asked: string) =>
    run(async () => {
      const list = await api.findEvents(configurationId, asked);
      setFound({ ...list, link: asked });
      // What was meant is plain.
      setChosen(asked !== '' && list.items.length === 1 ? list.items[0] : undefined);
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (link.trim() !== '') void look(link.trim());
  };

  return (
    <div className={styles.root}>
      <Text className={styles.muted}>{why.hint}</Text>
      <form className={styles.form} onSubmit={submit}>
        <Field label={why.label} className={styles.field}>
          <Input
            value={link}
            spellCheck={false}
            autoComplete="off"
            onChange={(_, { value }) => setLink(value)}
          />
        </Field>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {why.look}
        </Button>
        <Button disabledFocusable={busy} onClick={() => look('')}>
          {why.recent}
        </Button>
      </form>
      <Text role="status">{busy ? why.looking : sayFound(found, why, moment)}</Text>
      <ActionFailure error={error} title={actions.failed} api={api} signedIn={() => look(link.trim())} />
      {chosen !== undefined ? (
        <>
          <Text as="h3" weight="semibold">
            {why.storyOf(chosen.title)}
          </Text>
          <DeliveryStory
            key={`${chosen.source} ${chosen.id}`}
            configurationId={configurationId}
            event={chosen}
            fields={offer.filterFields}
            api={api}
          />
          {(found?.items.length ?? 0) > 1 && (
            <PlainButton small onClick={() => setChosen(undefined)}>
              {why.back}
            </PlainButton>
          )}
        </>
      ) : (
        <ul className={styles.list}>
          {found?.items.map((event) => (
            <li key={`${event.source} ${event.id}`} className={styles.event}>
              <PlainButton small onClick={() => setChosen(event)}>
                {event.title}
              </PlainButton>
              <FateBadge state={event.state} />
              <Text size={200} className={styles.muted}>
                {eventTitles([event.type], offer)[0]} · {moment(event.time)}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function FateBadge({ state }: { state: CameEvent['state'] | undefined }) {
  const { outcomes, why } = useChannelWords();
  if (state === undefined) return <Badge appearance="outline">{why.notMeant}</Badge>;
  return <Badge appearance="tint">{outcomes[outcomeOf({ state })].short}</Badge>;
}

function sayFound(
  found: (CameList & { link: string }) | undefined,
  why: ChannelWords['why'],
  moment: (at: string) => string,
): string {
  if (found === undefined) return '';
  if (found.items.length > 0) return found.link === '' ? why.choose : why.found(found.items.length);
  if (found.link === '') return why.none;
  return found.searchedSince === undefined ? why.nothing : why.nothingSince(moment(found.searchedSince));
}
