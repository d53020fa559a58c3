import { expect, it } from 'vitest';
import { entraOffer, tokenOrigin } from '../../../server/identity/entra-offer.ts';
import { CLIENT_ID, MALLORY, ZOE } from '../../people.ts';

const ENTRA = { clientId: CLIENT_ID, tenants: [ZOE.tenantId], cloud: 'public' } as const;
const offerOf = (part: Partial<{ tenants: string[]; cloud: 'public' | 'us-government' | 'china' }> = {}) =>
  entraOffer({ ...ENTRA, tenants: [...ENTRA.tenants], ...part }, 'https://cardwire.example.com');

it('asks for the very token that the server takes', () => {
  expect(offerOf()).toEqual({
    authorizeUrl: `https://login.microsoftonline.com/${ZOE.tenantId}/oauth2/v2.0/authorize`,
    tokenUrl: `https://login.microsoftonline.com/${ZOE.tenantId}/oauth2/v2.0/token`,
    clientId: CLIENT_ID,
    scope: `openid profile api://cardwire.example.com/${CLIENT_ID}/access_as_user`,
  });
});

it('lets any organisation sign in where several are allowed; the server then looks which one it is', () => {
  const { authorizeUrl } = offerOf({ tenants: [ZOE.tenantId, MALLORY.tenantId] });
  expect(authorizeUrl).toBe('https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize');
});

it.each([
  ['us-government', 'https://login.microsoftonline.us'],
  ['china', 'https://login.partner.microsoftonline.cn'],
] as const)('goes to the cloud that is set: %s', (cloud, origin) => {
  expect(tokenOrigin(offerOf({ cloud }))).toBe(origin);
});

it('names no other origin for a sign-in on this server', () => {
  expect(tokenOrigin({ ...offerOf(), tokenUrl: '/token' })).toBeUndefined();
});
