import type { FastifyInstance } from 'fastify';
import type { Settings } from './settings.ts';
import { StartError } from './start-error.ts';

/** Listens as the settings say and answers the port. Throws a StartError that says what stands in the way. */
export async function listen(
  app: FastifyInstance,
  { host, port }: Pick<Settings, 'host' | 'port'>,
): Promise<number> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') {
      throw new StartError(
        `Port ${port} is in use by another program. Stop that, or set PORT to another number.`,
      );
    }
    if (code === 'EACCES')
      throw new StartError(`Port ${port} may not be used by this user. Set PORT to one above 1023.`);
    throw new StartError(`Cannot listen on ${host}:${port} (${String(code ?? error)}). Check HOST and PORT.`);
  }
  const address = app.addresses().find((entry) => typeof entry === 'object');
  if (!address) throw new Error('the server has no address');
  return address.port;
}
