import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Explanation } from '../../../server/configurations/explain-schema.ts';
import { FailedNotice } from '../../shared/failed-notice.tsx';
import { EventStory } from '../../shared/story/event-story.tsx';
import { useAction } from '../../shared/use-action.ts';
import type { OperateApi } from '../operate-api.ts';
import { useOperateWords } from '../words.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, maxWidth: '480px', justifyItems: 'start' },
  field: { width: '100%' },
});

/** Asks why an event did or did not reach a channel; its identity is its source and its id. */
export function WhyForm({ configurationId, api }: { configurationId: string; api: OperateApi }) {
  const styles = useStyles();
  const { why, list } = useOperateWords();
  const [source, setSource] = useState('');
  const [event, setEvent] = useState('');
  const [story, setStory] = useState<Explanation>();
  const { busy, error, run } = useAction();
  const ask = () =>
    run(async () => {
      setStory(undefined);
      setStory(await api.explain(configurationId, source.trim(), event.trim()));
    });
  return (
    <>
      <form
        className={styles.form}
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void ask();
        }}
      >
        <Field label={why.source} required className={styles.field}>
          <Input value={source} onChange={(_, { value }) => setSource(value)} />
        </Field>
        <Field label={why.event} required className={styles.field}>
          <Input value={event} onChange={(_, { value }) => setEvent(value)} />
        </Field>
        <Button type="submit" disabledFocusable={busy || source.trim() === '' || event.trim() === ''}>
          {why.ask}
        </Button>
      </form>
      {error !== undefined && <FailedNotice error={error} title={list.failed} />}
      {story !== undefined && (
        <div role="status">
          <EventStory steps={story.steps} />
        </div>
      )}
    </>
  );
}
