import { setTimeout as delay } from 'node:timers/promises';
import { type Job, PgBoss } from 'pg-boss';
import type { PrismaClient } from '../storage/generated/client.ts';

/** Sees to it that configurations with something due are drained, each by one worker at a time. */
export interface Queue {
  /** These configurations have work. Never throws: what is lost here, the sweep finds. */
  wake(configurationIds: readonly string[]): Promise<void>;
  /** Stops taking work and waits for what is under way, at most `STOP_TIMEOUT_MS`. */
  stop(): Promise<void>;
}

export interface QueueOptions {
  databaseUrl: string;
  prisma: PrismaClient;
  /** Delivers what is due; answers whether more may be due at once. */
  drain(configurationId: string, signal: AbortSignal): Promise<boolean>;
  now(): Date;
  onError(error: unknown): void;
}

const QUEUE = 'drain';
const CONNECTIONS = 5;
/** How many channels one process serves at a time. */
const WORKERS = 4;
const BATCH = 25;
/** What a lost wake-up, a retry or a killed process costs at the most, beyond its own delay. */
const SWEEP_INTERVAL_MS = 1_000;
const SWEEP_LIMIT = 1_000;
const STOP_TIMEOUT_MS = 10_000;

/**
 * pg-boss holds one job per configuration (policy `stately`: at most one queued and one active per key); a
 * job says only "this configuration has work". So a channel is drained by one worker at a time on all nodes,
 * which gives order and pace, and a burst of events makes one job.
 */
export async function startQueue({ databaseUrl, prisma, drain, now, onError }: QueueOptions): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'cardwire queue',
    max: CONNECTIONS,
    schema: 'queue',
    useListenNotify: true,
    schedule: false,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  });
  boss.on('error', onError);
  await boss.start();
  await boss.createQueue(QUEUE, {
    policy: 'stately',
    notify: true,
    // A drain that fails is found again by the sweep; pg-boss need not repeat it.
    retryLimit: 0,
    // A killed process stops beating, and its channels are free for others.
    heartbeatSeconds: 10,
    deleteAfterSeconds: 60,
  });

  const stopping = new AbortController();

  const wake = async (configurationIds: readonly string[]) => {
    if (configurationIds.length === 0) return;
    try {
      await boss.insert(
        QUEUE,
        configurationIds.map((id) => ({ singletonKey: id, data: { id } })),
        { returnId: false },
      );
    } catch (error) {
      onError(error);
    }
  };

  const work = async (jobs: Job<{ id: string }>[]) => {
    const results = await Promise.all(
      jobs.map(async (job) => {
        try {
          const more = await drain(job.data.id, stopping.signal);
          if (more && !stopping.signal.aborted) await wake([job.data.id]);
        } catch (error) {
          onError(error);
        }
        return { id: job.id, status: 'completed' as const };
      }),
    );
    return results;
  };
  for (let worker = 0; worker < WORKERS; worker += 1) {
    await boss.work<{ id: string }>(
      QUEUE,
      {
        batchSize: BATCH,
        burstWhenBatchFull: true,
        pollingIntervalSeconds: 0.5,
        notifyPollingIntervalSeconds: 0.5,
      },
      work,
    );
  }

  const sweeping = sweep(prisma, wake, now, onError, stopping.signal);

  return {
    wake,
    async stop() {
      stopping.abort();
      await sweeping;
      await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS, close: true });
    },
  };
}

/** Wakes configurations whose retry is due, and those whose wake-up was lost. */
async function sweep(
  prisma: PrismaClient,
  wake: Queue['wake'],
  now: () => Date,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        SELECT configuration.id
          FROM configuration
         WHERE configuration.state = 'active'
           AND (configuration.hold_until IS NULL OR configuration.hold_until <= ${now()})
           AND EXISTS (
                 SELECT FROM delivery
                  WHERE delivery.configuration_id = configuration.id
                    AND delivery.state = 'waiting'
               )
         LIMIT ${SWEEP_LIMIT}`;
      await wake(rows.map((row) => row.id));
    } catch (error) {
      if (!signal.aborted) onError(error);
    }
    await delay(SWEEP_INTERVAL_MS, undefined, { signal }).catch(() => {});
  }
}
