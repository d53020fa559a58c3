/** Work and school accounts. */
const COMMERCIAL = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://*.office.com',
  'https://*.microsoft365.com',
] as const;

/** Teams and Outlook of GCC High and DoD, as the Teams SDK's own list of hosts names them. */
const US_GOVERNMENT = [
  'https://teams.microsoft.us',
  'https://*.teams.microsoft.us',
  'https://*.office365.us',
  'https://webmail.apps.mil',
] as const;

/**
 * Who may embed the pages, by Microsoft's cloud. The connector dialog nests Teams > Outlook > page, and every
 * ancestor must be listed. Microsoft publishes no list for China: there, and for personal accounts, the operator
 * sets FRAME_ANCESTORS.
 */
export const FRAME_ANCESTORS: Readonly<Record<'public' | 'us-government' | 'china', readonly string[]>> = {
  public: COMMERCIAL,
  'us-government': [...COMMERCIAL, ...US_GOVERNMENT],
  china: COMMERCIAL,
};
