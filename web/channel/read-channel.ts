import type { Configuration, DeliveryPage } from '../../server/configurations/schema.ts';
import type { Api } from '../shared/api.ts';
import { isGone } from '../shared/api-error.ts';
import { configurationId } from '../shared/configuration-id.ts';
import { eventTitles } from '../shared/event-titles.ts';
import type { Language } from '../shared/language.ts';

/** What the channel's page shows. */
export interface ChannelState {
  configuration: Configuration;
  /** Titles of the events that the channel gets. */
  events: string[];
  deliveries: DeliveryPage;
}

/** Reads everything the page shows; nothing when the server holds nothing for this tab (any more). */
export async function readChannel(api: Api, language: Language): Promise<ChannelState | undefined> {
  const id = await configurationId();
  if (id === undefined) return undefined;
  try {
    const [configuration, offer, deliveries] = await Promise.all([
      api.readConfiguration(id),
      api.readConnector(language),
      api.readDeliveries(id),
    ]);
    return { configuration, events: eventTitles(configuration.eventTypes, offer), deliveries };
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}
