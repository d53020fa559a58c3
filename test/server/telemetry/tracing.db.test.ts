import { afterAll, beforeAll, expect, it } from 'vitest';
import { event } from '../../events.ts';
import { openTestSite, type TestSite } from '../../node.ts';
import { SIGNATURE } from '../destinations/webhooks.ts';
import { type Collector, startCollector } from './collector.ts';

const WEBHOOK = `https://a.00.environment.api.powerplatform.com/powerautomate/automations/direct/workflows/${'1'.repeat(32)}/triggers/manual/paths/invoke?api-version=1&sig=${SIGNATURE}`;
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SENDER_SPAN = 'b7ad6b7169203331';

let site: TestSite;
let collector: Collector;
beforeAll(async () => {
  collector = await startCollector();
  site = await openTestSite();
});
afterAll(async () => {
  await site.close();
  await collector.close();
});

it('a sender’s trace leads through the intake to the attempt, and is sent before the server ends', async () => {
  const node = await site.startNode({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint });
  const id = await node.configure(WEBHOOK);
  await node.send([event({ traceParent: `00-${TRACE}-${SENDER_SPAN}-01` })]);
  await expect
    .poll(async () => (await node.deliveries(id)).map(({ state }) => state), {
      timeout: 15_000,
      interval: 20,
    })
    .toEqual(['sent']);
  await node.stop();

  expect(collector.spans.map(({ name }) => name)).toEqual(['accept events', 'attempt']);
  const [intake, attempt] = collector.spans;
  expect(intake).toMatchObject({ traceId: TRACE, parentSpanId: SENDER_SPAN });
  expect(attempt).toMatchObject({ traceId: TRACE, parentSpanId: intake?.spanId });
  expect(JSON.stringify(collector.spans)).not.toContain(SIGNATURE);
});

it('a collector that is away costs no event and holds up no stop', async () => {
  const node = await site.startNode({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' });
  const id = await node.configure(WEBHOOK.replace('1111', '2222'));
  await node.send([event()]);
  await expect
    .poll(async () => (await node.deliveries(id)).map(({ state }) => state), {
      timeout: 15_000,
      interval: 20,
    })
    .toEqual(['sent']);
  await node.stop();
});
