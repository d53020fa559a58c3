import type { CreateConfiguration } from '../../../server/configurations/schema.ts';
import { newId } from '../../configuration-row.ts';

/** What a page asks for when its user saves for the first time. */
export const wanted = (): CreateConfiguration => ({
  creationKey: newId(),
  name: 'Tasks of the bakery',
  eventTypes: ['task.created'],
  language: 'fr',
  host: { kind: 'tab', teamName: 'Bakery', channelName: 'Général' },
});
