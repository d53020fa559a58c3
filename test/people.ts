import type { LocalPerson } from '../server/identity/local-issuer.ts';

/** The app registration that tokens of tests are for. */
export const CLIENT_ID = '0c1d2e3f-1111-4222-8333-444455556666';

/** Two people of one organisation, and one of another. */
export const ZOE: LocalPerson = {
  tenantId: '11111111-aaaa-4bbb-8ccc-000000000001',
  objectId: '22222222-aaaa-4bbb-8ccc-000000000001',
  name: 'Zoë Ferrand',
  upn: 'zoe@one.example',
};
export const YANN: LocalPerson = {
  ...ZOE,
  objectId: '22222222-aaaa-4bbb-8ccc-000000000002',
  name: 'Yann Weiss',
  upn: 'yann@one.example',
};
export const MALLORY: LocalPerson = {
  tenantId: '11111111-aaaa-4bbb-8ccc-000000000002',
  objectId: '22222222-aaaa-4bbb-8ccc-000000000003',
  name: 'Mallory Stone',
  upn: 'mallory@two.example',
};
