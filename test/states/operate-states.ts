import { exampleOperated, OPERATE_KEY } from '../web/fake-operate.ts';
import type { FakeServer } from '../web/fake-server.ts';
import type { Scene, State } from './state.ts';

/** Types the key and waits until it is taken. */
async function signIn({ frame, language }: Scene): Promise<void> {
  const french = language === 'fr';
  await frame.getByLabel(french ? 'Clé' : 'Key', { exact: true }).fill(OPERATE_KEY);
  await frame.getByRole('button', { name: french ? 'Se connecter' : 'Sign in' }).click();
}

const storeSome = ({ operate }: FakeServer) => {
  operate.configurations = [
    exampleOperated(),
    exampleOperated({
      id: 'bnVtYmVyX3R3b19oZXJlXw',
      name: 'Ventes 24',
      state: 'broken',
      stateReason: 'HTTP 410',
      brokenAt: '2026-11-20T09:30:00.000Z',
      waiting: 12,
      oldestWaitingAt: '2026-11-15T09:30:00.000Z',
      usedShare: 0.93,
    }),
  ];
};

/** What the operator's page can look like. */
export const OPERATE_STATES: readonly State[] = [
  {
    name: 'operate, signed out',
    address: '/operate',
    seen: (_, language) => (language === 'fr' ? 'Exploiter Cardwire' : 'Operate Cardwire'),
  },
  {
    name: 'operate, overview',
    address: '/operate',
    act: signIn,
    seen: (_, language) => (language === 'fr' ? 'Temps de réponse, par minute' : 'Answer time, each minute'),
  },
  {
    name: 'operate, configurations',
    address: '/operate#configurations',
    prepare: storeSome,
    act: signIn,
    seen: () => 'Ventes 24',
  },
  {
    name: 'operate, no configuration found',
    address: '/operate#configurations',
    act: signIn,
    seen: (_, language) =>
      language === 'fr' ? 'Aucune configuration ne correspond.' : 'No configuration is like this.',
  },
  {
    name: 'operate, server out of reach',
    address: '/operate#trail',
    prepare: (server) => server.trouble('GET /api/operate/audit', 'unreachable', { times: 99 }),
    act: signIn,
    seen: ({ common }) => common.tryAgain,
  },
];
