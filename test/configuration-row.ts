import { randomBytes } from 'node:crypto';
import type { Configuration, Prisma, PrismaClient } from '../server/storage/generated/client.ts';
import { ZOE } from './people.ts';

export const newId = () => randomBytes(16).toString('base64url');

/** Stores a configuration that receives `task.created`, as if its page had saved it; `change` is what differs. */
export function addConfiguration(
  prisma: PrismaClient,
  change: Partial<Prisma.ConfigurationCreateInput> = {},
): Promise<Configuration> {
  return prisma.configuration.create({
    data: {
      id: newId(),
      creationKey: newId(),
      tenantId: ZOE.tenantId,
      name: 'Tasks',
      eventTypes: ['task.created'],
      hostKind: 'tab',
      destinationKind: 'workflow',
      destinationUrl: 'sealed',
      destinationFingerprint: 'fingerprint',
      destinationLabel: 'example …abcd',
      createdBy: ZOE.objectId,
      createdByName: ZOE.name,
      updatedBy: ZOE.objectId,
      updatedByName: ZOE.name,
      ...change,
    },
  });
}
