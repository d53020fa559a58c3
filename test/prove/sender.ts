import { setTimeout as delay } from 'node:timers/promises';
import { Agent } from 'undici';
import { cloudEvent, statusOf } from './cloud-event.ts';
import type { SentEvent } from './judge/evidence.ts';
import type { PlannedRequest } from './plan.ts';
import { monotonicMs } from './rig/clock.ts';
import type { Random } from './rig/random.ts';

export interface Sender {
  /** Sends one request again and again until a node acknowledges it. Resolves when it did, or patience ended. */
  send(request: PlannedRequest): Promise<void>;
  /** What was sent, and when it was acknowledged. */
  sent(): SentEvent[];
  close(): Promise<void>;
}

export interface SenderOptions {
  apiKey: string;
  /** Where nodes take requests; those that were killed may still be among them, as for any sender. */
  origins(): readonly string[];
  random: Random;
}

/** How long one node may take, and how long all of them together. */
const ANSWER_TIMEOUT_MS = 10_000;
const PATIENCE_MS = 60_000;
/** Rest between two tries of one request, growing to the second. */
const FIRST_REST_MS = 50;
const LONGEST_REST_MS = 1_000;

/** A sender as systems out there should be: it repeats what was not acknowledged, at whichever node answers. */
export function createSender({ apiKey, origins, random }: SenderOptions): Sender {
  const agent = new Agent();
  const sent: SentEvent[] = [];
  let requests = 0;

  const post = async (body: string): Promise<boolean> => {
    try {
      const { statusCode, body: answer } = await agent.request({
        origin: random.pick(origins()),
        path: '/api/events',
        method: 'POST',
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/cloudevents-batch+json' },
        body,
        signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
      });
      const text = await answer.text();
      if (statusCode === 202) return true;
      if (statusCode < 500) throw new RunError(`a node refused an event: ${statusCode} ${text}`);
      return false;
    } catch (error) {
      if (error instanceof RunError) throw error;
      // The node was killed, or the answer did not come in time.
      return false;
    }
  };

  return {
    async send({ tenantId, events }) {
      requests += 1;
      const sentAt = monotonicMs();
      const noted = events.map(
        ({ number, type }, position): SentEvent => ({
          number,
          tenantId,
          type,
          status: statusOf(number),
          request: requests,
          position,
          sentAt,
          acknowledgedAt: undefined,
        }),
      );
      sent.push(...noted);
      const body = JSON.stringify(events.map((event) => cloudEvent(event.number, event.type, tenantId)));
      let restMs = FIRST_REST_MS;
      while (monotonicMs() - sentAt < PATIENCE_MS) {
        if (await post(body)) {
          const acknowledgedAt = monotonicMs();
          for (const event of noted) event.acknowledgedAt = acknowledgedAt;
          return;
        }
        await delay(restMs);
        restMs = Math.min(LONGEST_REST_MS, restMs * 2);
      }
    },
    sent: () => sent,
    close: () => agent.destroy(),
  };
}

/** The run itself is at fault, not what it tests. */
class RunError extends Error {}
