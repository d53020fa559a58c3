import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Storage } from '../../server/storage/storage.ts';
import { eventNumber } from './cloud-event.ts';
import { flow, type Say } from './flow.ts';
import { brokenPromises } from './judge/broken-promises.ts';
import type { Evidence } from './judge/evidence.ts';
import { type Findings, judge } from './judge/judge.ts';
import type { ProveOptions } from './options.ts';
import { planRun } from './plan.ts';
import { countAttempts, countWaiting, readDeliveries } from './records.ts';
import { monotonicMs } from './rig/clock.ts';
import { describeMachine, type Machine } from './rig/machine.ts';
import { openWorkshop } from './rig/workshop.ts';
import { roughOnes, type Scene, setScene, urlOf } from './scene.ts';
import { setDestination } from './set-destination.ts';

export interface Proof {
  findings: Findings;
  machine: Machine;
  /** How long it took until everything had arrived after the last event was sent, in milliseconds. */
  settledMs: number;
  /** The folder with the judge's evidence and the logs of all processes, kept when a promise was broken. */
  logs: string | undefined;
}

/** Starts everything, breaks it while events flow, waits until all is quiet, and judges. */
export async function prove(options: ProveOptions, say: Say = () => {}): Promise<Proof> {
  const workshop = openWorkshop();
  let keepLogs = true;
  try {
    const scene = await setScene(options, planRun(options), workshop);
    const { plan, fake, storage, fleet } = scene;
    say(`${fleet.size} nodes and ${plan.channels.length} channels are ready.`);
    const disruptions = await flow(scene, options.seed, say);

    // Faults that cost minutes end with the flow, so that what still waits can arrive within the run.
    const { lateTemper } = plan;
    await fake.call('setTemper', { channels: roughOnes(plan), ...(lateTemper && { temper: lateTemper }) });
    await revive(scene);
    say('All events are sent; waiting until everything has arrived.');
    const settledMs = await settle(storage, options.patienceMs);

    const channelOf = new Map([...scene.configurationIds].map(([channel, id]) => [id, channel]));
    const evidence: Evidence = {
      channels: plan.channels.map((channel) => ({ ...channel, calm: channel.character === 'calm' })),
      events: scene.sender.sent(),
      arrivals: await fake.call('arrivals'),
      deliveries: await readDeliveries(storage.pool, channelOf, eventNumber),
      attempts: await countAttempts(storage.pool, channelOf),
      disruptions,
      crashes: fleet.crashes(),
    };
    const findings = judge(evidence);
    const machine = await describeMachine(storage.pool);
    keepLogs = brokenPromises(findings).length > 0;
    if (keepLogs) writeEvidence(workshop.folder, evidence);
    return { findings, machine, settledMs, logs: keepLogs ? workshop.folder : undefined };
  } catch (error) {
    say(`The run itself failed. The logs of all processes are in ${workshop.folder}.`);
    throw error;
  } finally {
    await workshop.close(keepLogs);
  }
}

/** Beside the logs, for whoever wants to know what the judge saw. */
function writeEvidence(folder: string, evidence: Evidence): void {
  const written = { ...evidence, attempts: [...evidence.attempts] };
  writeFileSync(join(folder, 'evidence.json'), JSON.stringify(written));
}

/** Gives every dead channel a new address, as its people would: what waited for it flows on. */
async function revive({ plan, cluster, fleet, configurationIds }: Scene): Promise<void> {
  for (const channel of plan.channels.filter(({ character }) => character === 'dying')) {
    const { tenantId } = channel;
    const somebody = { tenantId, objectId: tenantId, name: 'Somebody', upn: 'somebody@proof.example' };
    await setDestination(fleet.origins()[0] ?? '', {
      configurationId: configurationIds.get(channel.channel) ?? '',
      url: urlOf(channel, 1),
      token: await cluster.issuer.sign(somebody),
    });
  }
}

const LOOK_MS = 250;

/** Waits until nothing waits any more, or patience ends: then the judge tells what is missing. */
async function settle({ pool }: Storage, patienceMs: number): Promise<number> {
  const start = monotonicMs();
  while (monotonicMs() - start < patienceMs && (await countWaiting(pool)) > 0) await delay(LOOK_MS);
  return monotonicMs() - start;
}
