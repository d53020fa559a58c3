import { Button } from '@fluentui/react-components';
import type { Configuration } from '../../server/configurations/schema.ts';
import { ActionFailure } from '../shared/action-failure.tsx';
import type { Api } from '../shared/api.ts';
import { useAnnounce } from '../shared/live-region.tsx';
import { useMoment } from '../shared/moment.ts';
import { Notice } from '../shared/notice.tsx';
import { useAction } from '../shared/use-action.ts';
import { restorableUntil } from './restorable-until.ts';
import { useChannelWords } from './words.ts';

interface RemovedNoticeProps {
  configuration: Configuration;
  keptDays: number;
  api: Api;
  onRestored(configuration: Configuration): void;
}

/** Says that it was removed, by whom, and takes that back. */
export function RemovedNotice({ configuration, keptDays, api, onRestored }: RemovedNoticeProps) {
  const words = useChannelWords();
  const moment = useMoment();
  const announce = useAnnounce();
  const { busy, error, run } = useAction();
  const { removed, actions } = words;
  const { id, version, updatedByName, removedAt, destination } = configuration;
  const undo = () =>
    run(async () => {
      onRestored(await api.restore(id, version));
      announce(removed.undone);
    });
  return (
    <>
      <Notice
        intent="warning"
        title={removed.title}
        actions={
          <Button appearance="primary" disabledFocusable={busy} onClick={undo}>
            {removed.undo}
          </Button>
        }
      >
        {removedAt !== undefined && (
          <>
            <div>{removed.by(updatedByName, moment(removedAt))}</div>
            <div>{removed.until(moment(restorableUntil(new Date(removedAt), keptDays)))}</div>
          </>
        )}
        {destination !== undefined && <div>{removed[destination.kind]}</div>}
      </Notice>
      <ActionFailure error={error} title={actions.failed} api={api} signedIn={undo} />
    </>
  );
}
