const TENANT = /^\/webhook(?:b2)?\/[^/@]+@([0-9a-f-]{36})\//i;

/** The organisation that a connector's address names, in lower case; nothing when it names none. */
export function tenantOf(webhookUrl: string): string | undefined {
  return TENANT.exec(new URL(webhookUrl).pathname)?.[1]?.toLowerCase();
}
