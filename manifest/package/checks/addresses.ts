import { MANIFEST_FILE } from '../app-manifest.ts';
import type { PackageProblem, Subject } from './problem.ts';

/** Addresses that Teams opens or shows, with where they stand. */
function addressesOf({ manifest }: Pick<Subject, 'manifest'>): { field: string; url: string }[] {
  const { websiteUrl, privacyUrl, termsOfUseUrl } = manifest.developer;
  return [
    { field: 'developer.websiteUrl', url: websiteUrl },
    { field: 'developer.privacyUrl', url: privacyUrl },
    { field: 'developer.termsOfUseUrl', url: termsOfUseUrl },
    ...pagesOf({ manifest }),
  ];
}

/** Of them, those that are opened inside Teams. */
export function pagesOf({ manifest }: Pick<Subject, 'manifest'>): { field: string; url: string }[] {
  const { configurableTabs = [], connectors = [] } = manifest;
  return [
    ...configurableTabs.map((tab, index) => ({
      field: `configurableTabs.${index}.configurationUrl`,
      url: tab.configurationUrl,
    })),
    ...connectors.map((connector, index) => ({
      field: `connectors.${index}.configurationUrl`,
      url: connector.configurationUrl ?? '',
    })),
  ];
}

/** Teams opens nothing but https. */
export function checkAddresses(subject: Subject): PackageProblem[] {
  return addressesOf(subject).flatMap(({ field, url }) => {
    const parsed = URL.parse(url);
    const complaint = (reason: string, cure: string): PackageProblem[] => [
      { file: MANIFEST_FILE, field, reason, cure, stops: 'installing' },
    ];
    if (!parsed) return complaint(`“${url}” is no absolute address.`, 'Write it whole, from https:// on.');
    if (parsed.protocol !== 'https:')
      return complaint('It does not begin with https://.', 'Serve it over https, and say so here.');
    if (parsed.username || parsed.password)
      return complaint('It holds a user name or password.', 'Leave them out: everybody can read a package.');
    return [];
  });
}

/** RFC 2606 and 6761: names that belong to nobody. */
const NOBODYS_HOST = /(^|\.)(example\.(com|net|org)|example|test|invalid|localhost)$/;

/** Somebody who publishes the example's addresses has forgotten to write their own. */
export function checkOwnAddresses(subject: Subject): PackageProblem[] {
  return addressesOf(subject).flatMap(({ field, url }): PackageProblem[] => {
    const host = URL.parse(url)?.hostname;
    if (host === undefined || !NOBODYS_HOST.test(host)) return [];
    return [
      {
        file: MANIFEST_FILE,
        field,
        reason: `${host} is a name for examples, and nobody’s.`,
        cure: field.startsWith('developer.')
          ? 'Write the address of your own page into manifest/listing.ts.'
          : 'Set PUBLIC_URL to the address of your server.',
        stops: 'publishing',
      },
    ];
  });
}
