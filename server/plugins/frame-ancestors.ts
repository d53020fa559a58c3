/**
 * Who may embed the pages. The connector dialog nests Teams > Outlook > page, and every ancestor must be
 * listed. Consumer and sovereign clouds have more: see docs/settings.md.
 */
export const DEFAULT_FRAME_ANCESTORS = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://*.office.com',
  'https://*.microsoft365.com',
] as const;
