import type { DeliveryEntry } from '../../server/configurations/schema.ts';
import { CONFIGURATION_ID, exampleDelivery, WORKFLOW_URL } from '../web/examples.ts';
import type { FakeServer } from '../web/fake-server.ts';
import type { Language, State } from './state.ts';

const ADDRESS = `/channel?id=${CONFIGURATION_ID}`;
const CONTENT = { frame: 'content' } as const;

const TITLES: Record<Language, string> = { en: 'Buy milk', fr: 'Acheter du lait' };

/** Every way an event can go. */
const OUTCOMES: readonly Partial<DeliveryEntry>[] = [
  { state: 'waiting', reason: 'pace', tries: 0 },
  { state: 'waiting', verdict: 'try_again', reason: 'retry', tries: 2, words: 'Too many requests' },
  { state: 'waiting', verdict: 'try_again', reason: 'retry', tries: 1, noAnswer: 'too-slow' },
  { state: 'waiting', verdict: 'dead', reason: 'destination-dead', tries: 1, words: 'Gone' },
  { state: 'sent', verdict: 'posted', reason: 'now', words: '1' },
  { state: 'sent', verdict: 'accepted', reason: 'now' },
  { state: 'folded', reason: 'storm' },
  { state: 'failed', verdict: 'card_wrong', reason: 'card-wrong', words: 'Bad payload' },
  { state: 'failed', verdict: 'try_again', reason: 'attempts-used-up', tries: 20 },
  { state: 'dropped', reason: 'dropped-on-resume' },
  { state: 'expired', reason: 'too-old' },
];

function stored(server: FakeServer, language: Language): void {
  const name = language === 'fr' ? 'Publications' : 'Releases';
  server.store({ name, eventTypes: ['task.created', 'task.updated'] }, WORKFLOW_URL);
  const entries = OUTCOMES.map((outcome, index) => {
    const delivery = exampleDelivery({ ...outcome, id: `${index}` });
    return { ...delivery, event: { ...delivery.event, title: `${TITLES[language]} ${index + 1}` } };
  });
  server.deliveries.push(entries, []);
}

/** Everything that the channel's page can look like. */
export const CHANNEL_STATES: readonly State[] = [
  {
    name: 'channel, every outcome',
    address: ADDRESS,
    host: CONTENT,
    prepare: stored,
    seen: ({ ofChannel }) => ofChannel.outcomes.expired.short,
  },
  {
    name: 'channel, nothing came yet',
    address: ADDRESS,
    host: CONTENT,
    prepare: (server) => void server.store({}, WORKFLOW_URL),
    seen: ({ ofChannel }) => ofChannel.empty,
  },
  {
    name: 'channel, paused',
    address: ADDRESS,
    host: CONTENT,
    prepare: (server) => void server.store({ state: 'paused' }, WORKFLOW_URL),
    seen: ({ states }) => states.paused,
  },
  {
    name: 'channel, broken',
    address: ADDRESS,
    host: CONTENT,
    prepare: (server) => void server.store({ state: 'broken', stateReason: '410' }, WORKFLOW_URL),
    seen: ({ states }) => states.broken,
  },
  {
    name: 'channel, removed',
    address: ADDRESS,
    host: CONTENT,
    prepare: (server) => void server.store({ state: 'removed' }, WORKFLOW_URL),
    seen: ({ states }) => states.removed,
  },
  {
    name: 'channel, unknown to the server',
    address: ADDRESS,
    host: CONTENT,
    seen: ({ ofChannel }) => ofChannel.goneTitle,
  },
  {
    name: 'channel, refresh failed',
    address: ADDRESS,
    host: CONTENT,
    prepare: stored,
    async act({ frame, words, server }) {
      await frame.getByRole('button', { name: words.common.refresh }).waitFor();
      server.trouble('GET /api/configurations/{id}', 'unreachable');
      await frame.getByRole('button', { name: words.common.refresh }).click();
    },
    seen: ({ common }) => common.failedTitle,
  },
  {
    name: 'channel, asks whether to pause',
    address: `${ADDRESS}&do=pause`,
    host: CONTENT,
    prepare: stored,
    seen: ({ ofChannel }) => ofChannel.wish.pause.confirm,
  },
  {
    name: 'channel, paused by a link',
    address: `${ADDRESS}&do=pause`,
    host: CONTENT,
    prepare: stored,
    act: ({ frame, words }) =>
      frame.getByRole('button', { name: words.ofChannel.wish.pause.confirm }).click(),
    seen: ({ ofChannel }) => ofChannel.wish.pause.done,
  },
  {
    name: 'channel, asks whether to mute',
    address: `${ADDRESS}&do=mute&type=task.created`,
    host: CONTENT,
    prepare: stored,
    seen: ({ ofChannel }) => ofChannel.wish.mute.confirm,
  },
  {
    name: 'channel, a link that changes nothing',
    address: `${ADDRESS}&do=mute&type=task.moved`,
    host: CONTENT,
    prepare: stored,
    seen: ({ ofChannel }) => ofChannel.wish.obstacles['muted-already'],
  },
  {
    name: 'channel, loading',
    passing: true,
    address: ADDRESS,
    host: CONTENT,
    prepare(server, language) {
      stored(server, language);
      server.trouble('GET /api/configurations/{id}', 'silent');
    },
    seen: ({ common }) => common.loading,
  },
  {
    name: 'channel, server out of reach',
    address: ADDRESS,
    host: CONTENT,
    prepare: (server) => server.trouble('GET /api/configurations/{id}', 'unreachable'),
    seen: ({ common }) => common.tryAgain,
  },
  {
    name: 'channel, in a browser',
    address: ADDRESS,
    prepare: stored,
    seen: (_, language) => (language === 'fr' ? 'Veuillez vous connecter' : 'Please sign in'),
  },
];
