import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { EventDetail } from '../../../server/configurations/event-schema.ts';
import { en } from '../../../web/shared/story/locales/en.ts';
import { fr } from '../../../web/shared/story/locales/fr.ts';
import { CONFIGURATION_ID, WORKFLOW_URL } from '../examples.ts';
import { createFakeServer } from '../fake-server.ts';
import { openPage } from '../open-page.tsx';

const EVENT: EventDetail = {
  number: '7',
  source: 'https://tasks.example/lighthouse',
  id: '214-7',
  type: 'task.created',
  typeTitle: 'Task created',
  title: 'Order the cake',
  time: '2026-11-21T09:30:00.000Z',
  acceptedAt: '2026-11-21T09:30:01.000Z',
  data: {
    title: '<b>Order</b> the cake',
    url: 'https://tasks.example/214',
    trap: 'javascript:alert(1)',
    done: false,
    labels: ['sweet', { deep: { deeper: { deepest: ['found'] } } }],
  },
  explanation: {
    delivery: { id: '1', state: 'sent' },
    steps: [
      { code: 'event-accepted', at: '2026-11-21T09:30:01.000Z', facts: {}, text: 'In the server’s words.' },
      { code: 'posted', at: '2026-11-21T09:30:02.000Z', facts: {}, text: 'In the server’s words.' },
      { code: 'of-tomorrow', facts: {}, text: 'A step of a newer server.' },
    ],
  },
};

function open(number: string, context: Record<string, unknown> = {}) {
  const server = createFakeServer();
  server.store({}, WORKFLOW_URL);
  server.events.set('7', EVENT);
  return openPage(`/event?id=${CONFIGURATION_ID}&event=${number}`, {
    server,
    host: { frame: 'content', context },
  });
}

describe('the event’s page', () => {
  it('shows all that was sent as text', async () => {
    open('7');
    expect(await screen.findByRole('heading', { level: 1, name: 'Order the cake' })).toBeDefined();
    expect(screen.getByText('<b>Order</b> the cake')).toBeDefined();
    expect(screen.getByText('https://tasks.example/lighthouse')).toBeDefined();
    expect(document.body.textContent).toContain('found');
    expect(document.querySelector('b')).toBeNull();
  });

  it('links web addresses, and nothing that would run', async () => {
    open('7');
    const link = await screen.findByRole('link', { name: 'https://tasks.example/214' });
    expect(link.getAttribute('rel')).toContain('noopener');
    expect(screen.getByText('javascript:alert(1)').closest('a')).toBeNull();
  });

  it('tells what became of it in its own words, and newer steps in the server’s', async () => {
    open('7');
    expect(await screen.findByText('Teams says that it is in the channel.')).toBeDefined();
    expect(screen.getByText('A step of a newer server.')).toBeDefined();
    expect(screen.queryByText('In the server’s words.')).toBeNull();
  });

  it('speaks French where the host does', async () => {
    open('7', { locale: 'fr-FR' });
    expect(await screen.findByText('Teams dit qu’il est dans le canal.')).toBeDefined();
  });

  it.each(['8', '', '..'])('says that there is no event %j for this channel', async (number) => {
    open(number);
    expect(await screen.findByText('This event cannot be shown')).toBeDefined();
  });
});

describe('the words of the steps', () => {
  const facts = {
    verdict: 'dead',
    words: 'Gone',
    status: 410,
    carried: 3,
    ahead: 2,
    until: 'x',
    urgent: true,
    match: 'all',
    field: 'ref',
    operator: 'is',
    value: 'main',
  };

  it('are there in both languages and differ', () => {
    expect(Object.keys(fr)).toEqual(Object.keys(en));
    for (const code of Object.keys(en)) {
      const [english, french] = [en, fr].map((steps) => steps[code]?.(facts, () => '12:00'));
      expect(french, code).not.toBe(english);
      expect(french, code).not.toMatch(/undefined| [:;?!»]|« /);
    }
  });
});
