import type { Configuration } from '../../../server/configurations/schema.ts';
import { CONFIGURATION_ID, WORKFLOW_URL } from '../examples.ts';
import { createFakeServer, type FakeServer } from '../fake-server.ts';
import { openPage } from '../open-page.tsx';

/** Opens the channel's page of a tab that somebody set up, inside a host. */
export function openChannel(
  part: Partial<Configuration> = {},
  prepare: (server: FakeServer) => void = () => {},
) {
  const server = createFakeServer();
  server.store({ host: { kind: 'tab' }, ...part }, WORKFLOW_URL);
  prepare(server);
  const opened = openPage(`/channel?id=${CONFIGURATION_ID}`, { server, host: { frame: 'content' } });
  return { ...opened, now: () => server.configurations.get(CONFIGURATION_ID) };
}
