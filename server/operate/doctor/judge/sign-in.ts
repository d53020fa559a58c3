import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { SignInOffer } from '../../../identity/sign-in-offer.ts';
import { type Finding, findingsOf } from '../finding.ts';
import type { HttpAnswer, Tried } from '../world.ts';

const finding = findingsOf('sign-in');
const OpenId = Type.Object({ issuer: Type.String() });

/** Where Microsoft describes the sign-in of an organisation. */
export function openIdUrl(loginHost: string, tenantId: string): string {
  return `https://${loginHost}/${tenantId}/v2.0/.well-known/openid-configuration`;
}

/** Whether an organisation of ENTRA_TENANTS exists in this cloud, and signs in as our check of tokens expects. */
export function judgeTenant(loginHost: string, tenantId: string, answer: Tried<HttpAnswer>): Finding {
  const check = `Organisation ${tenantId}`;
  if ('error' in answer)
    return finding(
      'failed',
      check,
      `${loginHost}: ${answer.error}`,
      'Let this machine reach it, on port 443.',
    );
  const told = readJson(answer.value);
  if (Value.Check(OpenId, told))
    return told.issuer === `https://${loginHost}/${tenantId}/v2.0`
      ? finding('ok', check, `is known at ${loginHost}`)
      : finding('failed', check, `signs in as ${told.issuer}`, 'Correct ENTRA_CLOUD or ENTRA_TENANTS.');
  return finding('failed', check, `${loginHost} does not know it.`, 'Correct ENTRA_TENANTS, or ENTRA_CLOUD.');
}

/** Whether the running server has the client id of these settings. */
export function judgeOffer(clientId: string, answer: Tried<HttpAnswer>): Finding {
  const check = 'The server signs in with ENTRA_CLIENT_ID';
  if ('error' in answer) return finding('skipped', check, answer.error);
  const told = readJson(answer.value);
  if (!Value.Check(SignInOffer, told))
    return finding('skipped', check, 'It gave no answer that is Cardwire’s.');
  return told.clientId === clientId
    ? finding('ok', check, clientId)
    : finding('failed', check, `It has ${told.clientId}.`, 'Restart it with these settings.');
}

/** What only the registration itself would show. */
export function registrationToDo(publicUrl: string, clientId: string): Finding[] {
  const { host } = new URL(publicUrl);
  return [
    finding('person', 'App registration: Application ID URI', `is api://${host}/${clientId}`),
    finding(
      'person',
      'App registration: scope',
      'access_as_user, with Teams’ clients authorised (docs/sign-in.md)',
    ),
    finding('person', 'App registration: single-page redirect URI', `is ${publicUrl}/signin`),
  ];
}

function readJson({ body }: HttpAnswer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
