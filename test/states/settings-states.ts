import type { Filter } from '../../server/configurations/filter-schema.ts';
import { FIELDS } from '../web/config/filter/filters.ts';
import { offerFields } from '../web/config/filter/offer-with-fields.ts';
import { CONFIGURATION_ID, CONNECTOR_URL, WORKFLOW_URL } from '../web/examples.ts';
import type { FakeServer } from '../web/fake-server.ts';
import type { Language, Scene, State } from './state.ts';

const ADDRESS = '/config';
const TAB_EDIT = { frame: 'settings', config: { entityId: CONFIGURATION_ID } } as const;

const FRENCH: Record<string, { title: string; inSentence?: string }> = {
  repository: { title: 'Dépôt', inSentence: 'le dépôt' },
  branch: { title: 'Branche', inSentence: 'la branche' },
  labels: { title: 'Étiquettes', inSentence: 'les étiquettes' },
  draft: { title: 'Brouillon' },
  'actor.login': { title: 'Personne', inSentence: 'la personne' },
  bot: { title: 'Par un robot' },
};

/** A channel whose events can be filtered. */
function withFields(server: FakeServer, language: Language): void {
  const { offer } = offerFields(server);
  const filterFields =
    language === 'fr' ? FIELDS.map((field) => ({ ...field, ...FRENCH[field.field] })) : FIELDS;
  server.offer = (asked) => ({ ...offer(asked), filterFields });
}

const FILTER: Filter = {
  match: 'any',
  conditions: [
    { field: 'repository', operator: 'is', value: 'octo/hello' },
    { field: 'branch', operator: 'one of', value: ['main', 'release/1'] },
  ],
  except: [
    { field: 'bot', operator: 'is', value: true },
    { field: 'labels', operator: 'is', value: 'wip' },
  ],
};

async function openWhen({ frame, words }: Scene): Promise<void> {
  await frame.getByRole('button', { name: words.when.change }).click();
}

/** What people set in parts of the configuration page that are loaded when needed. */
export const SETTINGS_STATES: readonly State[] = [
  {
    name: 'config, filters',
    address: ADDRESS,
    host: TAB_EDIT,
    prepare(server, language) {
      withFields(server, language);
      server.store({ filter: FILTER }, WORKFLOW_URL);
    },
    seen: ({ filters }) => filters.row.never(1),
  },
  {
    name: 'config, filter not complete',
    address: ADDRESS,
    host: TAB_EDIT,
    prepare(server, language) {
      withFields(server, language);
      server.store({}, WORKFLOW_URL);
    },
    async act({ frame, words }) {
      await frame.getByRole('switch', { name: words.filters.muteMine }).click();
      await frame.getByRole('button', { name: words.filters.addTo.only }).click();
    },
    seen: ({ filters }) => filters.incomplete,
  },
  {
    name: 'config, values suggested',
    address: ADDRESS,
    host: TAB_EDIT,
    prepare(server, language) {
      withFields(server, language);
      server.store({ filter: FILTER }, WORKFLOW_URL);
    },
    async act({ frame, words }) {
      const row = frame.getByRole('group', { name: words.filters.row.never(1) });
      await row.getByRole('combobox', { name: words.filters.value }).fill('bu');
      await frame.getByRole('option', { name: /bug/ }).waitFor();
    },
    seen: ({ filters }) => filters.row.never(1),
  },
  {
    name: 'config, when',
    address: ADDRESS,
    host: TAB_EDIT,
    prepare(server) {
      const schedule = { kind: 'weekly' as const, days: [1, 4], time: '08:30' };
      server.store({ schedule, quietHours: { from: '22:00', to: '07:00' } }, WORKFLOW_URL);
    },
    act: openWhen,
    seen: ({ when }) => when.options.weekly,
  },
  {
    name: 'config, when not complete',
    address: ADDRESS,
    host: TAB_EDIT,
    prepare: (server) => void server.store({}, WORKFLOW_URL),
    async act(scene) {
      await openWhen(scene);
      const { frame, words } = scene;
      await frame.getByRole('radio', { name: words.when.options.weekly }).check();
      const days = frame.getByRole('group', { name: words.when.days });
      await days.getByRole('checkbox', { checked: true }).uncheck();
    },
    seen: ({ when }) => when.missing.days,
  },
  {
    name: 'config, another address pasted',
    address: ADDRESS,
    host: TAB_EDIT,
    prepare: (server) => void server.store({}, WORKFLOW_URL),
    act: ({ frame }) => frame.locator('input[type=url]').fill(WORKFLOW_URL.replace('0123', '4567')),
    seen: ({ config }) => new RegExp(`^${config.recognised.workflow}`),
  },
  {
    name: 'config, posts to a retired connector',
    address: ADDRESS,
    host: TAB_EDIT,
    prepare: (server) => void server.store({}, CONNECTOR_URL),
    seen: ({ config }) => config.retired.tab,
  },
  {
    name: 'config, both changed the name',
    address: ADDRESS,
    host: TAB_EDIT,
    prepare: (server) => void server.store({}, WORKFLOW_URL),
    async act({ frame, words, server, host }) {
      await frame.getByText(words.config.ready).waitFor();
      await frame.getByRole('textbox').first().fill('Cardwire');
      server.store({ name: 'Lighthouse', version: 9 }, WORKFLOW_URL);
      await host.pressSave();
    },
    seen: ({ conflict }) => conflict.keep,
  },
];
