import { ApiError } from '../shared/api-error.ts';
import { Notice } from '../shared/notice.tsx';
import { useConnectWords } from './words.ts';

/** Whether an error says that this server does not offer Connect to Office 365. */
export function isOff(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'connect-off';
}

/** Stands in the place of a page's content while the connector is not registered for it. */
export function OffNotice() {
  const { off } = useConnectWords();
  return (
    <Notice intent="warning" title={off.title}>
      <p>{off.body}</p>
      <p>{off.operator}</p>
    </Notice>
  );
}
