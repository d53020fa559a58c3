import { Pool } from 'undici';
import { cloudEvent } from '../prove/cloud-event.ts';
import { monotonicMs } from '../prove/rig/clock.ts';
import { EVENT_TYPE } from './channels.ts';

/** Sends events to nodes, one in each request, as fast as it is told to. */
export interface Load {
  /** Resolves with the moment at which the request began. Rejects for every answer but 202. */
  send(number: number, tenantId: string): Promise<number>;
  close(): Promise<void>;
}

export const REQUESTS_AT_A_TIME = 32;

/** With several nodes, requests go to one after the other. */
export function createLoad(origins: readonly string[], apiKey: string): Load {
  const pools = origins.map((origin) => new Pool(origin, { connections: REQUESTS_AT_A_TIME }));
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/cloudevents+json' };
  return {
    async send(number, tenantId) {
      const body = JSON.stringify(cloudEvent(number, EVENT_TYPE, tenantId));
      const pool = pools[number % pools.length];
      if (!pool) throw new Error('there is no node to send to');
      const sentAt = monotonicMs();
      const answer = await pool.request({ path: '/api/events', method: 'POST', headers, body });
      const text = await answer.body.text();
      if (answer.statusCode !== 202) throw new Error(`an event was refused: ${answer.statusCode} ${text}`);
      return sentAt;
    },
    async close() {
      await Promise.all(pools.map((pool) => pool.close()));
    },
  };
}
