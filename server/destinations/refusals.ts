import { LIMITS } from '../configurations/limits.ts';
import { ProblemError } from '../problem.ts';

const COPY_AGAIN = 'In Teams, open the workflow and use its copy button to copy the whole address.';

/** Why an address is not taken, and what to do. Never holds any part of the address, for it is a secret. */
export const REFUSALS = {
  'too-long': `The address is longer than ${LIMITS.urlLength} characters; no webhook address is. ${COPY_AGAIN}`,
  'odd-characters': `The address holds a space, a line break or a character that no webhook address has. ${COPY_AGAIN}`,
  'not-https': `A webhook address begins with https://. ${COPY_AGAIN}`,
  'not-an-address': `This cannot be read as an address. ${COPY_AGAIN}`,
  credentials: `The address holds a user name or a password in front of the host; no webhook address does. ${COPY_AGAIN}`,
  port: 'The address names a port other than 443; no webhook of Microsoft Teams does.',
  'ip-address': 'The address has a number in place of a host name; no webhook of Microsoft Teams does.',
  'teams-link': `This is a link to a place in Teams, which cannot receive cards. ${COPY_AGAIN}`,
  'sharepoint-link': `This is a link to SharePoint, which cannot receive cards. ${COPY_AGAIN}`,
  'flow-page': `This is the page where the workflow is edited, not its webhook. ${COPY_AGAIN}`,
  'wrong-host':
    'This is not an address of Microsoft Teams webhooks. If Microsoft has given you a new kind of address, the operator can allow its host with the setting WEBHOOK_HOSTS.',
  'wrong-path': `The host is right, but the rest is not a complete webhook address. ${COPY_AGAIN}`,
  'signature-missing': `The end of the address, which holds its signature (sig=…), is missing or cut off. ${COPY_AGAIN}`,
} as const;

export type Refusal = keyof typeof REFUSALS;

/** Throws `webhook-url-refused` with the words for people. */
export function refuse(refusal: Refusal): never {
  throw new ProblemError('webhook-url-refused', REFUSALS[refusal], [], refusal);
}
