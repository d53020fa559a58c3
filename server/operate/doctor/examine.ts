import { isIP } from 'node:net';
import type { Connector } from '../../../manifest/connector.ts';
import type { Declaration } from '../../../manifest/package/build-manifest.ts';
import { installationOf } from '../../../manifest/package/installation.ts';
import { makePackage } from '../../../manifest/package/make-package.ts';
import type { Settings } from '../../settings.ts';
import { examineSignIn } from './examine-sign-in.ts';
import { examineWebhooks } from './examine-webhooks.ts';
import type { Finding } from './finding.ts';
import { judgeAddress, judgeCertificate } from './judge/address.ts';
import { type DatabaseFacts, judgeDatabase, judgeKeys } from './judge/database.ts';
import { judgePackage, judgeServersPackage } from './judge/package.ts';
import { judgePublishing } from './judge/publishing.ts';
import { judgePage, judgeReadiness } from './judge/server.ts';
import { clockOf, judgeClock } from './judge/time.ts';
import { lookAtCards } from './look-at-cards.ts';
import { attempt, type HttpAnswer, type Tried, type World } from './world.ts';

/** What is examined. */
export interface Patient {
  settings: Settings;
  declaration: Declaration & { connector: Connector };
  logoBytes: number;
  /** An API key of the scope `operate`. */
  key: string | undefined;
  readDatabase(): Promise<DatabaseFacts>;
}

/** Measures everything between these settings and a working installation. Changes nothing. */
export async function examine(patient: Patient, world: World): Promise<Finding[]> {
  const { settings, declaration, key } = patient;
  const { publicUrl } = settings;
  const https = publicUrl.startsWith('https://');
  const get = (path: string, headers?: Record<string, string>) =>
    attempt(() => world.get(`${publicUrl}${path}`, headers));

  const ready = await get('/health/ready');
  const config = await get('/config');
  const database = await attempt(() => patient.readDatabase());
  const known = 'value' in database ? database.value : undefined;
  const { zip, problems } = makePackage(declaration, installationOf(settings));
  const signIn = await examineSignIn(settings, await get('/api/sign-in'), world);
  const clocks = [...signIn.clocks, ...clockOf('the server', ready), ...(known ? [known.clock] : [])];
  return [
    ...(await examineAddress(publicUrl, world)),
    judgeReadiness(ready),
    ...judgePage(config, settings.frameAncestors, https),
    ...judgePackage(problems, zip.length),
    judgeServersPackage(zip, key ? await get('/api/operate/package', bearer(key)) : undefined),
    ...signIn.findings,
    ...judgeDatabase(database),
    ...(known ? judgeKeys(known, world.now()) : []),
    ...clocks.map(judgeClock),
    ...(await examineWebhooks(settings, known?.webhookHosts ?? [], world)),
    ...(await examinePublishing(patient, get, known, world)),
  ];
}

async function examineAddress(publicUrl: string, world: World): Promise<Finding[]> {
  const { protocol, hostname, port } = new URL(publicUrl);
  const addresses = await attempt(async () => (isIP(hostname) ? [hostname] : world.resolve(hostname)));
  if (protocol !== 'https:') return judgeAddress(publicUrl, addresses);
  const handshake = await attempt(() => world.handshake(hostname, Number(port) || 443));
  return [...judgeAddress(publicUrl, addresses), ...judgeCertificate(handshake, world.now())];
}

async function examinePublishing(
  { settings, declaration: { connector, listing }, logoBytes }: Patient,
  get: (path: string) => Promise<Tried<HttpAnswer>>,
  known: DatabaseFacts | undefined,
  world: World,
): Promise<Finding[]> {
  const { publicUrl, connectorId } = settings;
  const { websiteUrl, privacyUrl, termsOfUseUrl } = listing.publisher;
  const eventTypes = connector.eventGroups.flatMap((group) => group.eventTypes);
  return judgePublishing({
    publicUrl,
    connectorId,
    cards: lookAtCards(connector, publicUrl, world.now()),
    eventTypes: { all: eventTypes.length, suggested: eventTypes.filter(({ suggested }) => suggested).length },
    logoBytes,
    words: { shortDescription: connector.description.en, fullDescription: listing.fullDescription.en },
    pages: {
      channel: await get('/channel'),
      remove: await get('/remove'),
      connect: await get('/connect'),
      callback: await get('/connect/callback'),
    },
    publisherPages: await Promise.all(
      [websiteUrl, privacyUrl, termsOfUseUrl].map(async (name) => ({
        name,
        answer: await attempt(() => world.get(name)),
      })),
    ),
    cardActions: known?.cardActions,
  });
}

function bearer(key: string): Record<string, string> {
  return { authorization: `Bearer ${key}` };
}
