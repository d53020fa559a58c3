import { connectorDestination } from './connector.ts';
import type { Destination, DestinationKind } from './destination.ts';
import { workflowDestination } from './workflow.ts';

const DESTINATIONS: Record<DestinationKind, Destination> = {
  connector: connectorDestination,
  workflow: workflowDestination,
};

/** How webhooks of this kind are spoken to. */
export function destinationOf(kind: DestinationKind): Destination {
  return DESTINATIONS[kind];
}
