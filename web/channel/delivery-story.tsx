import { Link } from '@fluentui/react-components';
import type { ConnectorOffer } from '../../server/configurations/schema.ts';
import type { Api } from '../shared/api.ts';
import { FailureNotice } from '../shared/failure-notice.tsx';
import { LoadingPart } from '../shared/loading.tsx';
import { EventStory } from '../shared/story/event-story.tsx';
import { useLoad } from '../shared/use-load.ts';
import { useChannelWords } from './words.ts';

interface DeliveryStoryProps {
  configurationId: string;
  event: { source: string; id: string };
  /** Names the event's page; absent where this channel has none. */
  number?: string;
  /** What filters can ask, where one may have kept the event away. */
  fields?: ConnectorOffer['filterFields'];
  api: Api;
}

/** What became of one event here, step by step. */
export function DeliveryStory({ configurationId, event, number, fields = [], api }: DeliveryStoryProps) {
  const words = useChannelWords();
  const [story, reload] = useLoad(() => api.explain(configurationId, event));
  if (story.status === 'loading') return <LoadingPart />;
  if (story.status === 'failed') return <FailureNotice error={story.error} api={api} retry={reload} />;
  return (
    <>
      <EventStory steps={story.value.steps} fields={fields} />
      {number !== undefined && (
        <Link href={`/event?${new URLSearchParams({ id: configurationId, event: number })}`}>
          {words.row.whole}
        </Link>
      )}
    </>
  );
}
