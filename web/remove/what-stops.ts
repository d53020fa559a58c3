import type { Configuration } from '../../server/configurations/schema.ts';
import type { Api } from '../shared/api.ts';
import { isGone } from '../shared/api-error.ts';
import { configurationId } from '../shared/configuration-id.ts';
import { eventTitles } from '../shared/event-titles.ts';
import type { Language } from '../shared/language.ts';

/** What a removal ends. */
export interface WhatStops {
  configuration: Configuration;
  /** Titles of the events that the channel gets now. */
  events: string[];
  /** For how many days it can be undone. */
  keptDays: number;
}

/** What removing the tab ends; nothing when the server holds nothing for it (any more). */
export async function readWhatStops(api: Api, language: Language): Promise<WhatStops | undefined> {
  const id = await configurationId();
  if (id === undefined) return undefined;
  try {
    const [configuration, offer] = await Promise.all([
      api.readConfiguration(id),
      api.readConnector(language),
    ]);
    if (configuration.state === 'removed') return undefined;
    return {
      configuration,
      events: eventTitles(configuration.eventTypes, offer),
      keptDays: offer.limits.keptDays,
    };
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}
