import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OPERATE_KEY } from '../fake-operate.ts';
import { createFakeServer, type FakeServer } from '../fake-server.ts';
import { openOperate } from './open-operate.tsx';

let server: FakeServer;
let saved: { name: string; content: Promise<string> }[];
beforeEach(() => {
  sessionStorage.setItem('cardwire-operate-key', OPERATE_KEY);
  server = createFakeServer();
  saved = [];
  const files = new Map<string, Blob>();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    const address = `blob:${files.size}`;
    if (file instanceof Blob) files.set(address, file);
    return address;
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {});
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, content: files.get(this.href)?.text() ?? Promise.resolve('') });
  });
});

describe('the app package', () => {
  it('is fetched with the key and given to the browser', async () => {
    const { user } = openOperate('', { server });
    await user.click(await screen.findByRole('button', { name: 'Download the package' }));
    await screen.findByText('The package is downloaded.');
    expect(saved.map(({ name }) => name)).toEqual(['cardwire.zip']);
    expect(await saved[0]?.content).toBe('a zip');
  });

  it('is none where the settings make none, and the page says who knows why', async () => {
    server.trouble('GET /api/operate/package', { code: 'package-refused' });
    const { user } = openOperate('', { server });
    await user.click(await screen.findByRole('button', { name: 'Download the package' }));
    await screen.findByText('There is no package');
    screen.getByText('npm run doctor');
    expect(saved).toEqual([]);
  });

  it('can be tried again after another failure', async () => {
    server.trouble('GET /api/operate/package', 'unreachable');
    const { user } = openOperate('', { server });
    const button = await screen.findByRole('button', { name: 'Download the package' });
    await user.click(button);
    await screen.findByText('There is no package');
    await user.click(button);
    await screen.findByText('The package is downloaded.');
    expect(screen.queryByText('There is no package')).toBeNull();
  });

  it('signs out when the key is taken no more', async () => {
    server.trouble('GET /api/operate/package', { code: 'api-key-refused' });
    const { user } = openOperate('', { server });
    await user.click(await screen.findByRole('button', { name: 'Download the package' }));
    await screen.findByLabelText('Key');
  });
});
