import { LOGIN_HOSTS } from '../../identity/entra.ts';
import type { Settings } from '../../settings.ts';
import { type Finding, findingsOf } from './finding.ts';
import { judgeOffer, judgeTenant, openIdUrl, registrationToDo } from './judge/sign-in.ts';
import { type Clock, clockOf } from './judge/time.ts';
import { attempt, type HttpAnswer, type Tried, type World } from './world.ts';

/** Whether people of these organisations could sign in. Microsoft's answers tell the time, too. */
export async function examineSignIn(
  { entra, publicUrl }: Pick<Settings, 'entra' | 'publicUrl'>,
  offer: Tried<HttpAnswer>,
  world: World,
): Promise<{ findings: Finding[]; clocks: Clock[] }> {
  if (!entra) {
    const words = 'ENTRA_CLIENT_ID and ENTRA_TENANTS are not set: only the sandbox signs people in.';
    return {
      findings: [findingsOf('sign-in')('failed', 'Entra', words, 'Set both: see docs/sign-in.md.')],
      clocks: [],
    };
  }
  const loginHost = LOGIN_HOSTS[entra.cloud];
  const answers = await Promise.all(
    entra.tenants.map(async (tenantId) => ({
      tenantId,
      answer: await attempt(() => world.get(openIdUrl(loginHost, tenantId))),
    })),
  );
  return {
    findings: [
      ...answers.map(({ tenantId, answer }) => judgeTenant(loginHost, tenantId, answer)),
      judgeOffer(entra.clientId, offer),
      ...registrationToDo(publicUrl, entra.clientId),
    ],
    clocks: answers.slice(0, 1).flatMap(({ answer }) => clockOf('Microsoft', answer)),
  };
}
