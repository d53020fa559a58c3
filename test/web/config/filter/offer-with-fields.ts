import type { ConnectorOffer } from '../../../../server/configurations/schema.ts';
import { exampleOffer } from '../../examples.ts';
import type { FakeServer } from '../../fake-server.ts';
import { FIELDS } from './filters.ts';

/** The example's offer, whose events can be asked: tasks that are created have no branch. */
function offerWithFields(language: string): ConnectorOffer {
  const offer = exampleOffer(language);
  const all = FIELDS.map(({ field }) => field);
  const held: Record<string, string[]> = {
    'task.created': all.filter((field) => field !== 'branch'),
    'task.updated': all,
  };
  return {
    ...offer,
    filterFields: FIELDS,
    eventGroups: offer.eventGroups.map((group) => ({
      ...group,
      eventTypes: group.eventTypes.map((one) => ({ ...one, filterFields: held[one.type] ?? [] })),
    })),
  };
}

/** Lets a server offer what filters can ask, and suggest values for it. */
export function offerFields(server: FakeServer): FakeServer {
  server.offer = offerWithFields;
  server.lookback.suggestions.set('branch', [
    { value: 'main', events: 12 },
    { value: 'release/1', events: 1 },
  ]);
  server.lookback.suggestions.set('actor.login', [{ value: 'octocat', events: 7 }]);
  server.lookback.suggestions.set('labels', [
    { value: 'bug', events: 3 },
    { value: 'wip', events: 2 },
  ]);
  return server;
}
