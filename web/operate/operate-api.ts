import type { ReplayResult } from '../../server/configurations/delivery-schema.ts';
import type { Explanation } from '../../server/configurations/explain-schema.ts';
import type { ConnectorOffer } from '../../server/configurations/schema.ts';
import type { ChangesPage, NamedAuditPage } from '../../server/operate/audit-routes.ts';
import type { OperatedPage } from '../../server/operate/configuration-schema.ts';
import type { DeliveryDetail, OperatedDeliveries } from '../../server/operate/delivery-schema.ts';
import type { EventTypeCounts, Overview, Series, Span } from '../../server/operate/figures-schema.ts';
import type { CreatedKey, Key, KeyPage, NewKey } from '../../server/operate/key-schema.ts';
import type { OperateReplayRequest } from '../../server/operate/schema.ts';
import { ApiError } from '../shared/api-error.ts';
import type { Language } from '../shared/language.ts';
import { request } from '../shared/request.ts';
import { readPackage } from './package/read-package.ts';

/** What narrows a list, by the names that the server knows; what is empty is left out. */
type Query = Readonly<Record<string, string | undefined>>;

/** The server, as the operator uses it with one key. Everything fails with an `ApiError`. */
export interface OperateApi {
  readOverview(): Promise<Overview>;
  readSeries(span: Span): Promise<Series>;
  readTypes(language: Language): Promise<EventTypeCounts>;
  listConfigurations(query: Query): Promise<OperatedPage>;
  explain(configuration: string, source: string, event: string): Promise<Explanation>;
  listDeliveries(query: Query): Promise<OperatedDeliveries>;
  readDelivery(id: string, language: Language): Promise<DeliveryDetail>;
  replay(wanted: OperateReplayRequest): Promise<ReplayResult>;
  listKeys(cursor?: string): Promise<KeyPage>;
  createKey(wanted: NewKey): Promise<CreatedKey>;
  revokeKey(id: string): Promise<Key>;
  listAudit(cursor?: string): Promise<NamedAuditPage>;
  listChanges(query: Query): Promise<ChangesPage>;
  readPackage(): Promise<Blob>;
}

/** Looking through much takes the server some seconds. */
const LIMIT_MS = 15_000;

/** `onRefused` hears when the server takes the key no longer. */
export function createOperateApi(key: string, onRefused: (error: ApiError) => void): OperateApi {
  const watched = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) onRefused(error);
      throw error;
    }
  };
  const send = (method: string, path: string, body?: object): Promise<unknown> =>
    watched(request(method, `/api/operate${path}`, { token: key, limitMs: LIMIT_MS, ...(body && { body }) }));
  const get = (path: string, query: Query = {}) => send('GET', `${path}${queryText(query)}`);
  return {
    readOverview: async () => as<Overview>(await get('/overview')),
    readSeries: async (span) => as<Series>(await get('/series', { span })),
    readTypes: async (language) => as<EventTypeCounts>(await get('/event-types', { language })),
    listConfigurations: async (query) => as<OperatedPage>(await get('/configurations', query)),
    explain: async (configuration, source, event) =>
      as<Explanation>(await get(`/configurations/${configuration}/explain`, { source, event })),
    listDeliveries: async (query) => as<OperatedDeliveries>(await get('/deliveries', query)),
    readDelivery: async (id, language) => as<DeliveryDetail>(await get(`/deliveries/${id}`, { language })),
    replay: async (wanted) => as<ReplayResult>(await send('POST', '/replay', wanted)),
    listKeys: async (cursor) => as<KeyPage>(await get('/keys', { cursor })),
    createKey: async (wanted) => as<CreatedKey>(await send('POST', '/keys', wanted)),
    revokeKey: async (id) => as<Key>(await send('POST', `/keys/${id}/revoke`)),
    listAudit: async (cursor) => as<NamedAuditPage>(await get('/audit', { cursor })),
    listChanges: async (query) => as<ChangesPage>(await get('/changes', query)),
    readPackage: () => watched(readPackage(key, LIMIT_MS)),
  };
}

/** What anybody may know: the event types with their titles, and whether this is the sandbox. */
export async function readOffer(language: Language): Promise<ConnectorOffer> {
  return as<ConnectorOffer>(await request('GET', `/api/connector?language=${language}`));
}

/** The sandbox's own key: its server gives it to this page, and to no page of others. */
export async function readSandboxKey(): Promise<string> {
  return as<{ key: string }>(await request('GET', '/sandbox/api/operate-key')).key;
}

function queryText(query: Query): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** The server's answers follow the schemas that it serves them by; they are not checked a second time. */
function as<T>(answer: unknown): T {
  return answer as T;
}
