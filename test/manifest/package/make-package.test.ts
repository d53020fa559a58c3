import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { appIdOf, installationOf } from '../../../manifest/package/installation.ts';
import { makePackage } from '../../../manifest/package/make-package.ts';
import { unzipPackage } from '../../../manifest/package/zip.ts';
import { testSettings } from '../../settings.ts';
import { DECLARATION, INSTALLATION } from './packages.ts';

const manifestOf = (zip: Uint8Array) =>
  JSON.parse(new TextDecoder().decode(unzipPackage(zip).get('manifest.json')));

it('makes a package with the manifest first, and nothing to complain about', () => {
  const { zip, problems } = makePackage(DECLARATION, INSTALLATION);
  expect(problems).toEqual([]);
  expect([...unzipPackage(zip).keys()]).toEqual(['manifest.json', 'color.png', 'fr.json', 'outline.png']);
});

it.each(['Pacific/Kiritimati', 'America/Los_Angeles'])('makes the same bytes in %s', (timeZone) => {
  const modules = ['make-package.ts', 'installation.ts'].map((name) =>
    JSON.stringify(join(import.meta.dirname, '../../../manifest/package', name)),
  );
  const script = `
    const { makePackage } = await import(${modules[0]});
    const { zip } = makePackage(${JSON.stringify(DECLARATION)}, ${JSON.stringify(INSTALLATION)});
    const { createHash } = await import('node:crypto');
    console.log(new Date(1980, 0, 1).getTimezoneOffset(), createHash('sha256').update(zip).digest('hex'));`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TZ: timeZone },
    encoding: 'utf8',
  });
  const [offset, hash] = printed.trim().split(' ');
  expect(Number(offset)).not.toBe(0);
  const here = makePackage(DECLARATION, INSTALLATION).zip;
  expect(hash).toBe(createHash('sha256').update(here).digest('hex'));
});

it('names the pages by the dialog that opens them, and lets Teams fill in looks and language', () => {
  const manifest = manifestOf(makePackage(DECLARATION, INSTALLATION).zip);
  const looks = 'theme={app.theme}&locale={app.locale}';
  expect(manifest.configurableTabs[0].configurationUrl).toBe(
    `https://cards.fabrikam.com/config?host=tab&${looks}`,
  );
  expect(manifest.connectors[0].configurationUrl).toBe(
    `https://cards.fabrikam.com/config?host=connector&${looks}`,
  );
});

it('has no connector and no sign-in by Teams where the settings have none', () => {
  const { zip, problems } = makePackage(DECLARATION, {
    ...INSTALLATION,
    connectorId: undefined,
    clientId: undefined,
  });
  expect(problems).toEqual([]);
  expect(manifestOf(zip)).not.toHaveProperty('connectors');
  expect(manifestOf(zip)).not.toHaveProperty('webApplicationInfo');
});

it('keeps the port out of the domains and in the address that tokens are for', () => {
  const { zip, problems } = makePackage(DECLARATION, {
    ...INSTALLATION,
    publicUrl: 'https://cards.fabrikam.com:8443',
  });
  expect(problems).toEqual([]);
  expect(manifestOf(zip)).toMatchObject({
    validDomains: ['cards.fabrikam.com'],
    webApplicationInfo: { resource: `api://cards.fabrikam.com:8443/${INSTALLATION.clientId}` },
  });
});

it('draws an id from the host unless the settings name one', () => {
  const { appId } = installationOf(testSettings());
  expect(appId).toBe(appIdOf('cardwire.example.com'));
  expect(appId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(appIdOf('cards.fabrikam.com')).not.toBe(appId);
  const TEAMS_APP_ID = '3d8b1c4f-9d6a-4e0b-8f5c-4a7e9b1d3f6c';
  expect(installationOf(testSettings({ TEAMS_APP_ID })).appId).toBe(TEAMS_APP_ID);
});
