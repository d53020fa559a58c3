import type { Connector } from '../../manifest/connector.ts';
import { ownLinks, withChannelLinks } from '../cards/own-links.ts';
import { composeTestCard, type TestCard } from '../cards/test-card.ts';
import type { Attempt } from '../delivery/attempt.ts';
import type { PostTest } from '../delivery/test-post.ts';
import { destinationOf } from '../destinations/destination-of.ts';
import { noAnswerCode } from '../destinations/network-error.ts';
import { type RecognisedWebhook, recogniseWebhook } from '../destinations/recognise.ts';
import type { User } from '../identity/entra.ts';
import { ProblemError } from '../problem.ts';
import type { Configuration as Row } from '../storage/generated/client.ts';
import type { Vault } from '../storage/vault.ts';
import { presentConfiguration } from './present.ts';
import { presentDestination } from './present-destination.ts';
import type { TestResult } from './test-schema.ts';

/** Where a test card goes: the stored destination, or an address that is only tried. */
export interface TestTarget extends RecognisedWebhook {
  fingerprint: string;
}

export interface TestSenderOptions {
  postTest: PostTest;
  connector: Connector;
  /** Where browsers reach this server: cards lead to its pages. */
  publicUrl: string;
  now(): Date;
}

interface TestWish {
  row: Row;
  target: TestTarget;
  card: TestCard['kind'];
  user: User;
  signal: AbortSignal;
}

export type SendTest = (wish: TestWish) => Promise<TestResult>;

/** Throws `webhook-url-refused`, and `destination-missing` when no address is given and none is stored. */
export function targetOf(
  { vault, webhookHosts }: { vault: Vault; webhookHosts: readonly string[] },
  { id, destinationKind: kind, destinationUrl, destinationLabel }: Row,
  url: string | undefined,
): TestTarget {
  if (url !== undefined) {
    const webhook = recogniseWebhook(url, webhookHosts);
    return { ...webhook, fingerprint: vault.fingerprint(webhook.url) };
  }
  if (kind === null || destinationUrl === null) {
    throw new ProblemError('destination-missing', 'Give the address to test, or save it first.');
  }
  const stored = vault.open(destinationUrl, id);
  return { kind, url: stored, label: destinationLabel ?? '', fingerprint: vault.fingerprint(stored) };
}

/** Makes what writes a test card in the channel's language and posts it at once. */
export function createTestSender({ postTest, connector, publicUrl, now }: TestSenderOptions): SendTest {
  return async ({ row, target, card: kind, user, signal }) => {
    const { id, name, eventTypes, timeZone, gapMs } = row;
    const { language } = presentConfiguration(row);
    const test = { kind, name, by: user.name, eventTypes, at: now() };
    const card = composeTestCard(test, { language, timeZone, connector });
    const attempt = await postTest({
      configurationId: id,
      kind: target.kind,
      url: target.url,
      fingerprint: target.fingerprint,
      gapMs: target.fingerprint === row.destinationFingerprint ? gapMs : undefined,
      body: destinationOf(target.kind).render(withChannelLinks(card, ownLinks(publicUrl, id))),
      signal,
    });
    return presentTest(target, attempt);
  };
}

/** What came of a card, as the one who waits for it gets it. */
export function presentTest(
  { kind, label }: RecognisedWebhook,
  { status, judgement: { verdict, words, contextId } }: Attempt,
): TestResult {
  return {
    verdict,
    ...(status === undefined ? { noAnswer: noAnswerCode(words) } : { status, words }),
    ...(contextId !== undefined && { contextId }),
    destination: presentDestination(kind, label),
  };
}
