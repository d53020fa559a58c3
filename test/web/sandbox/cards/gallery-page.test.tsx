import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { GalleryPage } from '../../../../web/sandbox/cards/gallery-page.tsx';

// The library's modules are imported without file endings, which Node refuses: this is its own bundle.
vi.mock('adaptivecards', async () => {
  const bundle = await vi.importActual<{ default: object }>('adaptivecards/dist/adaptivecards.js');
  return bundle.default;
});

function galleryCard(id: string, title: string, text: string) {
  const body = [{ type: 'TextBlock', text }];
  const adaptive = { attachments: [{ content: { type: 'AdaptiveCard', version: '1.4', body } }] };
  return {
    id,
    title,
    bodies: [
      { kind: 'workflow', payload: adaptive, bytes: 1_200 },
      { kind: 'connector', payload: { text }, bytes: 21_000 },
    ],
  };
}

let address: string;
beforeEach(() => {
  window.history.replaceState(null, '', '/sandbox/cards');
  vi.stubGlobal('fetch', async (url: string) => {
    address = url;
    return Response.json({
      budgetBytes: 20_000,
      cards: [galleryCard('task.created', 'Task created', 'A task'), galleryCard('push', 'Push', 'A push')],
    });
  });
});

const cardNamed = (name: string) => screen.findByRole('article', { name });

it('draws each card in both forms, with its size', async () => {
  render(<GalleryPage />);
  const card = within(await cardNamed('Task created'));
  expect(await card.findAllByText('A task')).toHaveLength(2);
  const form = within(card.getByRole('region', { name: 'Adaptive Card' }));
  expect(form.getByText(/1,200 of 20,000 bytes/)).toBeDefined();
  expect(screen.getAllByRole('article')).toHaveLength(2);
});

it('finds cards by words of their title or id, and keeps them in the address', async () => {
  const { unmount } = render(<GalleryPage />);
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Filter' }), 'CREATED task');
  await cardNamed('Task created');
  expect(screen.queryByRole('article', { name: 'Push' })).toBeNull();
  expect(screen.getByRole('status').textContent).toBe('1 of 2 cards');
  unmount();
  render(<GalleryPage />);
  await cardNamed('Task created');
  expect(screen.queryByRole('article', { name: 'Push' })).toBeNull();
});

it('draws them in as many themes as are ticked', async () => {
  render(<GalleryPage />);
  await cardNamed('Push');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Dark' }));
  const card = within(await cardNamed('Push'));
  expect(await card.findAllByRole('region', { name: 'MessageCard' })).toHaveLength(2);
  expect(window.location.search).toContain('themes=default%2Cdark');
});

it('asks for them in the chosen language', async () => {
  render(<GalleryPage />);
  await cardNamed('Push');
  expect(address).toContain('language=en');
  await userEvent.click(screen.getByRole('radio', { name: 'Français' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Cartes' })).toBeDefined();
  expect(address).toContain('language=fr');
  expect(document.documentElement.lang).toBe('fr');
});

it('says so when the server does not answer', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  render(<GalleryPage />);
  expect((await screen.findByRole('alert')).textContent).toMatch(/does not answer/);
});
