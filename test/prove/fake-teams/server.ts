import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { DestinationKind } from '../../../server/destinations/destination.ts';
import { monotonicMs } from '../rig/clock.ts';
import { createRandom } from '../rig/random.ts';
import { answerGone, answerTooFast, answerWell, MISBEHAVE } from './answer.ts';
import { type Arrival, createLedger, type Ledger } from './ledger.ts';
import { createMood, effectOf, type Misbehaviour, type Temper } from './misbehaviour.ts';
import { numbersIn } from './numbers.ts';
import { createPaceGauge, type Limit, TEAMS_LIMITS } from './pace-gauge.ts';
import { readWebhookPath, type WebhookId } from './webhook-url.ts';

export interface FakeTeams {
  port: number;
  ledger: Ledger;
  /** How the channel misbehaves from now on; without a temper it does not. */
  setTemper(channel: number, temper?: Temper): void;
  /** The pace of this channel from now on; an empty list for none. */
  setLimits(channel: number, limits: readonly Limit[]): void;
  /** Addresses of this channel up to and with this generation are gone. */
  remove(channel: number, generation: number): void;
  /** From now on every good answer takes so long, in milliseconds. */
  slowDown(ms: number): void;
  close(): Promise<void>;
}

export interface FakeTeamsOptions {
  /** Chooses the misbehaviours. */
  seed: string;
  limits?: readonly Limit[];
}

interface Channel {
  keepsPace(at: number): boolean;
  mood(kind: DestinationKind): Misbehaviour | undefined;
  goneUpTo: number;
}

function chooseAnswer(channel: Channel, { kind, generation }: WebhookId, at: number): Arrival['answer'] {
  if (generation <= channel.goneUpTo) return 'gone';
  return channel.keepsPace(at) ? (channel.mood(kind) ?? 'well') : 'too-fast';
}

/** Longer than any client keeps an idle connection: no post meets a connection that is just being closed. */
const KEEP_ALIVE_MS = 120_000;

const wellBehaved = () => undefined;

/** Stands in for Teams' webhooks: takes cards, holds to Teams' limits, misbehaves on demand, notes everything. */
export async function startFakeTeams({ seed, limits = TEAMS_LIMITS }: FakeTeamsOptions): Promise<FakeTeams> {
  const channels = new Map<number, Channel>();
  const ledger = createLedger();
  const luck = createRandom(`${seed}: posted or not`);
  let slowness = 0;

  const channelOf = (id: number): Channel => {
    const known = channels.get(id);
    if (known) return known;
    const channel = { keepsPace: createPaceGauge(limits), mood: wellBehaved, goneUpTo: -1 };
    channels.set(id, channel);
    return channel;
  };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const at = monotonicMs();
    const webhook = readWebhookPath(request.url ?? '');
    if (!webhook) {
      response.writeHead(404).end();
      return;
    }
    const { kind } = webhook;
    const arrival = ledger.note(webhook.channel, at);
    const answer = chooseAnswer(channelOf(webhook.channel), webhook, at);
    arrival.answer = answer;
    if (answer !== 'reset-unread') arrival.numbers = numbersIn(await text(request));
    switch (answer) {
      case 'gone':
        answerGone(response, kind);
        break;
      case 'too-fast':
        answerTooFast(response);
        break;
      case 'well':
        ledger.settle(arrival, { posted: true, told: true });
        if (slowness > 0) await delay(slowness);
        answerWell(response, kind);
        break;
      default:
        ledger.settle(arrival, effectOf(answer, kind, luck.next()));
        MISBEHAVE[answer](response, kind);
    }
  };

  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    // A body that breaks off: its sender was killed, and nobody waits for an answer.
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the fake Teams has no port');

  return {
    port: address.port,
    ledger,
    setTemper(id, temper) {
      channelOf(id).mood = temper ? createMood(temper, createRandom(`${seed}: channel ${id}`)) : wellBehaved;
    },
    setLimits(id, own) {
      channelOf(id).keepsPace = createPaceGauge(own);
    },
    remove(id, generation) {
      channelOf(id).goneUpTo = generation;
    },
    slowDown(ms) {
      slowness = ms;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
