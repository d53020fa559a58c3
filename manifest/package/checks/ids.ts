import { MANIFEST_FILE } from '../app-manifest.ts';
import type { PackageProblem, Subject } from './problem.ts';

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const NIL = '00000000-0000-0000-0000-000000000000';

/** The schema lets an id of nothing pass, and a connector's id be any text. */
export function checkIds({ manifest }: Subject): PackageProblem[] {
  const ids = [
    { field: 'id', value: manifest.id, setting: 'TEAMS_APP_ID' },
    ...(manifest.webApplicationInfo
      ? [
          {
            field: 'webApplicationInfo.id',
            value: manifest.webApplicationInfo.id,
            setting: 'ENTRA_CLIENT_ID',
          },
        ]
      : []),
    ...(manifest.connectors ?? []).map(({ connectorId }, index) => ({
      field: `connectors.${index}.connectorId`,
      value: connectorId,
      setting: 'CONNECTOR_ID',
    })),
  ];
  return ids.flatMap(({ field, value, setting }): PackageProblem[] => {
    if (GUID.test(value) && value !== NIL) return [];
    return [
      {
        file: MANIFEST_FILE,
        field,
        reason: value === NIL ? 'It is the id of nothing: all zeros.' : `“${value}” is no GUID.`,
        cure: `Set ${setting} to the id that Microsoft shows, such as 11111111-2222-3333-4444-555555555555.`,
        stops: 'installing',
      },
    ];
  });
}

/** Microsoft hands out tokens for exactly this address; anything else fails only when somebody signs in. */
export function checkSignIn({ manifest }: Subject): PackageProblem[] {
  const { webApplicationInfo, configurableTabs = [] } = manifest;
  const page = URL.parse(configurableTabs[0]?.configurationUrl ?? '');
  if (!webApplicationInfo || !page) return [];
  const expected = `api://${page.host}/${webApplicationInfo.id}`;
  if (webApplicationInfo.resource === expected) return [];
  return [
    {
      file: MANIFEST_FILE,
      field: 'webApplicationInfo.resource',
      reason: `It is ${webApplicationInfo.resource ?? 'missing'}, but the pages are at ${page.host}.`,
      cure: `It must be ${expected}, and so must the Application ID URI of the app registration.`,
      stops: 'installing',
    },
  ];
}
