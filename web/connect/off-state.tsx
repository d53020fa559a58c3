import { ApiError } from '../shared/api-error.ts';
import { PageState } from '../shared/page-state.tsx';
import { useConnectWords } from './words.ts';

/** Whether an error says that this server does not offer Connect to Office 365. */
export function isOff(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'connect-off';
}

/** Stands in the place of a page's content while the connector is not registered for it. */
export function OffState() {
  const { off } = useConnectWords();
  return (
    <PageState intent="warning" title={off.title}>
      {off.body} {off.operator}
    </PageState>
  );
}
