import { CONFIGURATION_ID, CONNECTOR_URL, WORKFLOW_URL } from '../web/examples.ts';
import type { Scene, State } from './state.ts';

const OFFERED = { webhookUrl: CONNECTOR_URL, appType: 'teams' };
const CONNECTOR = { frame: 'settings', config: OFFERED } as const;
const CONNECTOR_EDIT = { frame: 'settings', config: { ...OFFERED, entityId: CONFIGURATION_ID } } as const;
const TAB = { frame: 'settings' } as const;
const TAB_EDIT = { frame: 'settings', config: { entityId: CONFIGURATION_ID } } as const;

async function paste({ frame }: Scene, address: string): Promise<void> {
  await frame.locator('input[type=url]').fill(address);
}

async function pressSave({ frame, host, words }: Scene, webhookUrl?: string): Promise<void> {
  await frame.getByText(words.config.ready).waitFor();
  await host.pressSave(webhookUrl);
}

/** Everything that the configuration page can look like. */
export const CONFIG_STATES: readonly State[] = [
  {
    name: 'config, new in the connector dialog',
    address: '/config?host=connector',
    host: CONNECTOR,
    seen: ({ config }) => config.ready,
  },
  {
    name: 'config, new in a tab',
    address: '/config',
    host: TAB,
    seen: ({ config }) => config.stepsTitle,
  },
  {
    name: 'config, a workflow recognised',
    address: '/config',
    host: TAB,
    act: (scene) => paste(scene, WORKFLOW_URL),
    seen: ({ config }) => new RegExp(`^${config.recognised.workflow}`),
  },
  {
    name: 'config, a retired connector recognised',
    address: '/config',
    host: TAB,
    act: (scene) => paste(scene, CONNECTOR_URL),
    seen: ({ config }) => new RegExp(config.recognised.connector),
  },
  {
    name: 'config, address refused',
    address: '/config',
    host: TAB,
    act: (scene) => paste(scene, 'https://example.com/hook'),
    seen: ({ refusals }) => new RegExp(refusals['signature-missing'].what),
  },
  {
    name: 'config, address could not be checked',
    address: '/config',
    host: TAB,
    prepare: (server) => server.trouble('POST /api/destinations/recognise', 'unreachable', { times: 9 }),
    act: (scene) => paste(scene, WORKFLOW_URL),
    seen: ({ config }) => config.checkAgain,
  },
  {
    name: 'config, nothing chosen and no name',
    address: '/config?host=connector',
    host: CONNECTOR,
    async act({ frame }) {
      const chosen = frame.getByRole('checkbox', { checked: true });
      while ((await chosen.count()) > 0) await chosen.first().uncheck();
      await frame.getByRole('textbox').first().fill('');
    },
    seen: ({ config }) => config.nameMissing,
  },
  {
    name: 'config, edited in the connector dialog',
    address: '/config?host=connector',
    host: CONNECTOR_EDIT,
    prepare: (server) => void server.store({}, CONNECTOR_URL),
    seen: ({ config }) => config.headingEdit,
  },
  {
    name: 'config, edited in a tab',
    address: '/config',
    host: TAB_EDIT,
    prepare: (server) => void server.store({}, WORKFLOW_URL),
    seen: ({ config }) => config.postsTo,
  },
  {
    name: 'config, paused',
    address: '/config',
    host: TAB_EDIT,
    prepare: (server) => void server.store({ state: 'paused' }, WORKFLOW_URL),
    seen: ({ config }) => config.headingEdit,
  },
  {
    name: 'config, broken',
    address: '/config',
    host: TAB_EDIT,
    prepare: (server) => void server.store({ state: 'broken', stateReason: '410' }, WORKFLOW_URL),
    seen: ({ config }) => config.brokenTitle,
  },
  {
    name: 'config, lost by the server',
    address: '/config',
    host: TAB_EDIT,
    seen: ({ config }) => config.lost.title,
  },
  {
    name: 'config, events no longer offered',
    address: '/config',
    host: TAB_EDIT,
    prepare: (server) => void server.store({ eventTypes: ['task.created', 'task.gone'] }, WORKFLOW_URL),
    seen: ({ config }) => config.noLongerOffered(1),
  },
  {
    name: 'config, address moved by Teams',
    address: '/config?host=connector',
    host: CONNECTOR_EDIT,
    prepare: (server) => void server.store({}, CONNECTOR_URL.replace('/4', '/5')),
    seen: ({ config }) => config.moved,
  },
  {
    name: 'config, saving',
    passing: true,
    address: '/config?host=connector',
    host: CONNECTOR,
    prepare: (server) => server.trouble('POST /api/configurations', 'silent'),
    act: (scene) => pressSave(scene, CONNECTOR_URL),
    seen: ({ config }) => config.saving,
  },
  {
    name: 'config, saved',
    address: '/config?host=connector',
    host: CONNECTOR,
    act: (scene) => pressSave(scene, CONNECTOR_URL),
    seen: ({ config }) => config.saved,
  },
  {
    name: 'config, save failed on the server',
    address: '/config?host=connector',
    host: CONNECTOR,
    prepare: (server) => server.trouble('POST /api/configurations', { code: 'unavailable' }),
    act: (scene) => pressSave(scene, CONNECTOR_URL),
    seen: ({ config }) => config.saveFailed,
  },
  {
    name: 'config, save refused by Teams',
    address: '/config?host=connector',
    host: { ...CONNECTOR, refuses: 'E_POLICY' },
    act: (scene) => pressSave(scene, CONNECTOR_URL),
    seen: ({ config }) => config.saveFailed,
  },
  {
    name: 'config, changed by somebody else',
    address: '/config',
    host: TAB_EDIT,
    prepare: (server) => void server.store({}, WORKFLOW_URL),
    async act(scene) {
      await scene.frame.getByText(scene.words.config.ready).waitFor();
      scene.server.store({ name: 'Releases', version: 9 }, WORKFLOW_URL);
      await scene.host.pressSave();
    },
    seen: ({ config }) => new RegExp(config.changedByOthers('Alex Wilber').slice(0, 20)),
  },
  {
    name: 'config, sign-in ended before the save',
    address: '/config?host=connector',
    host: CONNECTOR,
    prepare: (server) => server.trouble('POST /api/configurations', { code: 'not-signed-in' }, { times: 9 }),
    act: (scene) => pressSave(scene, CONNECTOR_URL),
    seen: ({ config }) => config.saveFailed,
  },
  {
    name: 'config, loading',
    passing: true,
    address: '/config',
    host: TAB,
    prepare: (server) => server.trouble('GET /api/connector', 'silent'),
    seen: ({ common }) => common.loading,
  },
  {
    name: 'config, server out of reach',
    address: '/config',
    host: TAB,
    prepare: (server) => server.trouble('GET /api/connector', 'unreachable'),
    seen: ({ common }) => common.tryAgain,
  },
  {
    name: 'config, server has trouble',
    address: '/config',
    host: TAB,
    prepare: (server) => server.trouble('GET /api/connector', 'proxy-page'),
    seen: ({ common }) => common.failedTitle,
  },
  {
    name: 'config, not signed in',
    address: '/config',
    host: { ...TAB, signedIn: false },
    seen: (_, language) => (language === 'fr' ? 'Veuillez vous connecter' : 'Please sign in'),
  },
  {
    name: 'config, organisation not allowed',
    address: '/config',
    host: TAB_EDIT,
    prepare: (server) => server.trouble('GET /api/configurations/{id}', { code: 'tenant-not-allowed' }),
    seen: ({ problems }) => new RegExp(problems['tenant-not-allowed'].what),
  },
  {
    name: 'config, Teams is late',
    hurried: true,
    address: '/config',
    host: { ...TAB, silent: ['initialize'] },
    seen: ({ common }) => common.lateTitle,
  },
  {
    name: 'config, in a browser',
    address: '/config',
    seen: ({ outside }) => outside.title,
  },
];
