import type { Configuration, ConnectorOffer, DeliveryPage } from '../../server/configurations/schema.ts';
import type { Api } from '../shared/api.ts';
import { isGone } from '../shared/api-error.ts';
import { configurationId } from '../shared/configuration-id.ts';
import type { Language } from '../shared/language.ts';

/** What the channel's page shows. */
export interface ChannelState {
  configuration: Configuration;
  /** What the connector offers, with the titles of events. */
  offer: ConnectorOffer;
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
    return { configuration, offer, deliveries };
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}
