import type { FastifyPluginAsync } from 'fastify';
import { ProblemError } from './problem.ts';
import type { PrismaClient } from './storage/generated/client.ts';

/** For machines that watch: is the process alive, and can it do its work? */
export const healthRoutes: FastifyPluginAsync<{ prisma: PrismaClient }> = async (app, { prisma }) => {
  app.get('/health/live', { logLevel: 'silent' }, async () => ({ status: 'live' }));

  app.get('/health/ready', { logLevel: 'silent' }, async () => {
    try {
      await prisma.$queryRaw`SELECT 1`;
    } catch {
      throw new ProblemError('unavailable', 'The database does not answer.');
    }
    return { status: 'ready' };
  });
};
