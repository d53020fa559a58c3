import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { DeliveryPage } from '../../../server/configurations/schema.ts';
import { countNew, mergeNews } from '../../../web/channel/merge-news.ts';
import { exampleDelivery } from '../examples.ts';
import { passTime } from '../open-page.tsx';
import { openChannel } from './open-channel.ts';

const STREAM = 'GET /api/configurations/{id}/stream';
const bread = exampleDelivery({ id: '2', event: { ...exampleDelivery().event, title: 'Buy bread' } });

describe('the channel’s page', () => {
  it('shows what happens by itself, and says so to screen readers', async () => {
    const { server } = openChannel();
    expect(await screen.findByText('Live')).toBeDefined();
    server.deliveries.push([bread]);
    server.streams[0]?.tell('m1');
    expect(await screen.findByText('Buy bread')).toBeDefined();
    expect(screen.getByText('One new event.')).toBeDefined();
    server.store({ state: 'paused', version: 9 });
    server.streams[0]?.tell('m2');
    expect(await screen.findByText('Paused')).toBeDefined();
  });

  it('keeps what was done here when older news arrives', async () => {
    const { server } = openChannel({ version: 5 });
    await screen.findByText('Live');
    server.store({ state: 'paused', version: 4 });
    server.deliveries.push([bread]);
    server.streams[0]?.tell('old');
    await screen.findByText('Buy bread');
    expect(screen.getByText('Active')).toBeDefined();
  });

  it('says that it is not live when the connection is lost, and comes back by itself', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { server } = openChannel({}, (fake) => fake.trouble(STREAM, 'unreachable', { times: 2 }));
    expect(await screen.findByText('Not live')).toBeDefined();
    await passTime(5_000);
    expect(await screen.findByText('Live')).toBeDefined();
    expect(server.calls.filter((call) => call === STREAM)).toHaveLength(3);
  });

  it('tells the server what it has seen when it comes back', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { server } = openChannel();
    await screen.findByText('Live');
    server.streams[0]?.tell('m1');
    await passTime(100);
    server.streams[0]?.end();
    await passTime(3_000);
    await waitFor(() => expect(server.seen).toEqual([undefined, 'm1']));
  });

  it('takes long silence for a lost connection', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { server } = openChannel();
    await screen.findByText('Live');
    await passTime(60_000);
    await waitFor(() => expect(server.streams.length).toBeGreaterThan(1));
  });

  it('says so when too many pages watch already', async () => {
    openChannel({}, (fake) => fake.trouble(STREAM, { code: 'streams-full' }));
    expect(await screen.findByText('Too many pages watch already. Refresh by hand.')).toBeDefined();
  });

  it('says so when the device is offline, and what is shown stays', async () => {
    const { server } = openChannel({}, (fake) => fake.deliveries.push([bread]));
    await screen.findByText('Live');
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    window.dispatchEvent(new Event('offline'));
    expect(await screen.findByText('Offline')).toBeDefined();
    expect(screen.getByText('Buy bread')).toBeDefined();
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    window.dispatchEvent(new Event('online'));
    expect(await screen.findByText('Live')).toBeDefined();
    expect(server.streams).toHaveLength(2);
  });
});

describe('the newest page in front of what was read', () => {
  const page = (ids: number[], next?: string): DeliveryPage => ({
    items: ids.map((id) => exampleDelivery({ id: String(id) })),
    waiting: 0,
    ...(next !== undefined && { next }),
  });
  const ids = ({ items }: DeliveryPage) => items.map(({ id }) => Number(id));

  it.each([
    ['is all of it when there is no more', page([3, 2, 1]), page([4, 3, 2, 1]), [4, 3, 2, 1], undefined],
    ['keeps what is older', page([4, 3, 2, 1], 'c'), page([5, 4, 3], 'b'), [5, 4, 3, 2, 1], 'c'],
    ['lets go of what it does not meet', page([3, 2, 1], 'c'), page([9, 8, 7], 'b'), [9, 8, 7], 'b'],
    ['is the same when nothing came', page([3, 2], 'b'), page([3, 2], 'b'), [3, 2], 'b'],
  ])('%s', (_what, shown, newest, merged, next) => {
    expect(ids(mergeNews(shown, newest))).toEqual(merged);
    expect(mergeNews(shown, newest).next).toBe(next);
  });

  it('counts what was not shown before', () => {
    expect(countNew(page([2, 1]), page([4, 3, 2, 1]))).toBe(2);
  });
});
