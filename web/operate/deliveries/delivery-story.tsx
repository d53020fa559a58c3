import { FailedNotice } from '../../shared/failed-notice.tsx';
import { useSpeech } from '../../shared/language.ts';
import { LoadingPart } from '../../shared/loading.tsx';
import { EventStory } from '../../shared/story/event-story.tsx';
import { useLoad } from '../../shared/use-load.ts';
import type { OperateApi } from '../operate-api.ts';

/** What became of a delivery, step by step. */
export function DeliveryStory({ id, api }: { id: string; api: OperateApi }) {
  const { language, words } = useSpeech();
  const [story, reload] = useLoad(() => api.readDelivery(id, language));
  if (story.status === 'loading') return <LoadingPart />;
  if (story.status === 'loaded') return <EventStory steps={story.value.explanation.steps} />;
  return <FailedNotice error={story.error} title={words.common.failedTitle} retry={reload} />;
}
