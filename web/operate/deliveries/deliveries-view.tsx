import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { OperateReplayRequest } from '../../../server/operate/schema.ts';
import { FailedNotice } from '../../shared/failed-notice.tsx';
import { useSpeech } from '../../shared/language.ts';
import { useAnnounce } from '../../shared/live-region.tsx';
import { useMoment } from '../../shared/moment.ts';
import { useAction } from '../../shared/use-action.ts';
import type { OperateApi } from '../operate-api.ts';
import { ListFrame } from '../shell/list-frame.tsx';
import { useRowStyles } from '../shell/row-styles.ts';
import { useList } from '../use-list.ts';
import { useOperateWords } from '../words.ts';
import { DeliveryFilters, toMoment } from './delivery-filters.tsx';
import { DeliveryRow } from './delivery-row.tsx';

interface DeliveriesViewProps {
  api: OperateApi;
  /** What the address narrows the list to. */
  query: Readonly<Record<string, string>>;
}

/** What was or will be delivered, to all channels or to one; what failed is delivered again from here. */
export function DeliveriesView({ api, query }: DeliveriesViewProps) {
  const styles = useRowStyles();
  const { language } = useSpeech();
  const { deliveries: words, places, list: listWords } = useOperateWords();
  const moment = useMoment();
  const announce = useAnnounce();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { busy, error, run } = useAction();
  const { configuration, state, type } = query;
  const wanted = {
    configuration,
    state,
    type,
    since: toMoment(query.since),
    until: toMoment(query.until),
    language,
  };
  const list = useList(JSON.stringify(wanted), (cursor) => api.listDeliveries({ ...wanted, cursor }));
  const shown = (list.items ?? []).filter(({ id }) => chosen.has(id));

  const replay = (what: OperateReplayRequest) =>
    run(async () => {
      const { replayed } = await api.replay(what);
      announce(replayed === 0 ? words.nothing : words.replayed(replayed));
      setChosen(new Set());
      list.refresh();
    });
  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const lookedTo = list.page?.next === undefined ? undefined : list.page.lookedTo;
  return (
    <>
      <DeliveryFilters query={query} name={list.items?.[0]?.configuration.name} />
      <div className={styles.buttons}>
        <Button
          disabledFocusable={busy || shown.length === 0}
          onClick={() => replay({ deliveries: shown.map(({ id }) => id) })}
        >
          {words.replayChosen}
        </Button>
        {configuration !== undefined && (
          <Button disabledFocusable={busy} onClick={() => replay({ failed: true, configuration })}>
            {words.replayFailed}
          </Button>
        )}
        {shown.length > 0 && (
          <Text size={200}>
            {words.chosen(shown.length)} {shown.some(wasSent) && words.twice}
          </Text>
        )}
      </div>
      {error !== undefined && <FailedNotice error={error} title={listWords.failed} />}
      <ListFrame
        title={places.deliveries}
        list={list}
        empty={lookedTo === undefined ? words.empty : words.emptySoFar}
        more={listWords.further}
        note={lookedTo && listWords.lookedTo(moment(lookedTo))}
      >
        {(item) => (
          <DeliveryRow
            key={item.id}
            item={item}
            api={api}
            chosen={chosen.has(item.id)}
            busy={busy}
            onChoose={(on) => choose(item.id, on)}
            onReplay={() => replay({ delivery: item.id })}
          />
        )}
      </ListFrame>
    </>
  );
}

function wasSent({ state }: { state: string }): boolean {
  return state === 'sent' || state === 'folded';
}
