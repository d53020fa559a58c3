import type { Page } from '@playwright/test';

/**
 * Collects what a page complains of in its console. The Teams SDK fetches Microsoft's list of hosts, which is
 * answered here like GitHub's pictures, so that a test needs no network.
 */
export async function watchConsole(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400)
      complaints.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  await page.route('https://res.cdn.office.net/**', (route) => route.fulfill({ json: { validOrigins: [] } }));
  // Pictures of people on GitHub.
  await page.route('https://*.githubusercontent.com/**', (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  );
  return complaints;
}
