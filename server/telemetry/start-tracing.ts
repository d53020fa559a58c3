import { type DiagLogger, DiagLogLevel, diag, type Tracer } from '@opentelemetry/api';
import type { Logger } from 'pino';
import { within } from './within.ts';

/** Where spans are made. */
export interface Tracing {
  tracer: Tracer;
  /** Sends what is left, for a short time; a collector that is away holds up no stop. */
  close(): Promise<void>;
}

const CLOSE_PATIENCE_MS = 2_000;

/**
 * Sends spans to an OpenTelemetry collector, as OTLP over HTTP. The libraries are loaded only here, so who
 * makes no traces pays nothing. What the collector does not take is dropped, with a line in the log.
 */
export async function startTracing(
  endpoint: string,
  { nodeId, logger }: { nodeId: string; logger: Pick<Logger, 'warn' | 'debug'> },
): Promise<Tracing> {
  const [
    { BatchSpanProcessor, TracerProvider },
    { OTLPTraceExporter },
    { defaultResource, resourceFromAttributes },
  ] = await Promise.all([
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  diag.setLogger(diagLogger(logger), { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  const provider = new TracerProvider({
    resource: defaultResource().merge(
      resourceFromAttributes({ 'service.name': 'cardwire', 'service.instance.id': nodeId }),
    ),
    spanProcessors: [
      new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: `${endpoint}/v1/traces` }) }),
    ],
  });
  return {
    tracer: provider.getTracer('cardwire'),
    async close() {
      await within(CLOSE_PATIENCE_MS, provider.shutdown()).catch((error: unknown) =>
        logger.warn({ err: error }, 'The last traces were not sent.'),
      );
    },
  };
}

/** What the libraries have to say about themselves. */
function diagLogger(logger: Pick<Logger, 'warn' | 'debug'>): DiagLogger {
  const warn = (message: string) => logger.warn(`Traces: ${message}`);
  const quiet = (message: string) => logger.debug(`Traces: ${message}`);
  return { error: warn, warn, info: quiet, debug: quiet, verbose: quiet };
}
