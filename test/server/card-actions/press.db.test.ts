import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { actionKey } from '../../../server/card-actions/action-key.ts';
import { createVault } from '../../../server/storage/vault.ts';
import { CLIENT_ID, MALLORY, YANN, ZOE } from '../../people.ts';
import { messageCardErrors } from '../cards/message-card-schema.ts';
import { type ActionsApp, startActionsApp } from './rig.ts';

let test: ActionsApp;
beforeAll(async () => {
  test = await startActionsApp();
});
afterAll(() => test.close());

const storedFor = ({ configuration }: { configuration: string }) =>
  test.storage.prisma.cardAction.findMany({ where: { configurationId: configuration } });
const statusOf = (answer: { headers: Record<string, unknown> }) => answer.headers['card-action-status'];

describe('a pressed button', () => {
  it('is stored with what goes to the operator, and thanked for', async () => {
    const button = await test.newCard({ channel: { channelName: 'Orders' }, event: { id: 'order 7' } });
    const answer = await test.press(button, ZOE);
    expect(answer.statusCode).toBe(200);
    expect(statusOf(answer)).toBe('"Approve" was passed on.');
    const [stored] = await storedFor(button);
    expect(stored).toMatchObject({ state: 'waiting', tries: 0, dueAt: test.clock.now });
    expect(JSON.parse(stored?.body ?? '')).toEqual({
      type: 'card.action',
      timestamp: test.clock.now.toISOString(),
      data: {
        action: { id: 'approve', title: 'Approve' },
        person: { tenantId: ZOE.tenantId, objectId: ZOE.objectId, name: ZOE.name },
        channel: { name: 'Tasks', channelName: 'Orders' },
        event: {
          source: 'https://tasks.example',
          id: 'order 7',
          type: 'task.created',
          time: '2026-11-21T10:00:00.000Z',
        },
      },
    });
  });

  it('turns the card into one that says who pressed what, and has no such buttons any more', async () => {
    const button = await test.newCard();
    const answer = await test.press(button, ZOE);
    expect(answer.headers['card-update-in-body']).toBe('true');
    const card = answer.json();
    expect(messageCardErrors(card)).toEqual([]);
    expect(card.sections[0].facts[0]).toEqual({
      name: 'Answer',
      value: '**Approve** · Zoë Ferrand · Nov 21, 2026, 10:00 AM UTC',
    });
    expect(card.potentialAction.map(({ name }: { name: string }) => name)).toEqual(['Open']);
    expect(card.sections.at(-1).text).toContain(`/event?id=${button.configuration}&event=${button.event}`);
  });

  it('is answered in the event’s own words, or in the channel’s language', async () => {
    const reject = { ...(await test.newCard()), action: 'reject' };
    expect(statusOf(await test.press(reject, ZOE))).toBe('The order was rejected.');
    const french = await test.newCard({ channel: { language: 'fr', timeZone: 'Europe/Paris' } });
    const answer = await test.press(french, ZOE);
    expect(statusOf(answer)).toBe('"Approve" a ete transmis.');
    expect(answer.json().sections[0].facts[0]).toMatchObject({ name: 'Réponse' });
  });

  it('counts once for a card: who comes later learns of the first answer', async () => {
    const button = await test.newCard();
    await test.press(button, ZOE);
    const later = await test.press({ ...button, action: 'reject' }, YANN);
    expect(later.statusCode).toBe(200);
    expect(statusOf(later)).toBe('Zoe Ferrand has chosen "Approve" already.');
    expect(later.json().sections[0].facts[0].value).toContain('**Approve** · Zoë Ferrand');
    expect(await storedFor(button)).toHaveLength(1);
  });

  it('counts once however many come at the same moment', async () => {
    const button = await test.newCard();
    const answers = await Promise.all([ZOE, YANN, ZOE, YANN].map((person) => test.press(button, person)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    expect(answers.filter((answer) => statusOf(answer) === '"Approve" was passed on.')).toHaveLength(1);
    expect(await storedFor(button)).toHaveLength(1);
  });

  it('in one channel leaves the same event’s card in another channel open', async () => {
    const one = await test.newCard();
    const { id } = await test.storage.prisma.configuration.findFirstOrThrow({
      where: { id: { not: one.configuration }, state: 'active', language: 'en' },
    });
    const other = { ...one, configuration: id, key: actionKey(test.vault, id, one.event) };
    for (const button of [one, other]) {
      expect(statusOf(await test.press(button, ZOE))).toBe('"Approve" was passed on.');
    }
  });

  it('still counts after SECRET_KEYS was changed, while the old key is in the list', async () => {
    const button = await test.newCard();
    const key = actionKey(createVault([Buffer.alloc(32, 8)]), button.configuration, button.event);
    expect((await test.press({ ...button, key }, ZOE)).json()).toMatchObject({ code: 'action-refused' });
    const renewed = createVault([Buffer.alloc(32, 8), Buffer.alloc(32, 7)]);
    expect(renewed.isSigned(`card action ${button.configuration} ${button.event}`, button.key)).toBe(true);
  });
});

describe('nothing is stored, and somebody is told why,', () => {
  const REFUSED: [string, string, (button: Awaited<ReturnType<ActionsApp['newCard']>>) => object][] = [
    ['for a key that was made up', 'action-refused', (button) => ({ ...button, key: 'x'.repeat(43) })],
    ['for another event with this card’s key', 'action-refused', (button) => ({ ...button, event: '1' })],
    [
      'for another channel with this card’s key',
      'action-refused',
      (button) => ({ ...button, configuration: 'x'.repeat(22) }),
    ],
    ['for a button that the card does not have', 'action-refused', (b) => ({ ...b, action: 'delete' })],
    ['for a body of another form', 'invalid-request', () => ({ action: 'approve' })],
  ];
  it.each(REFUSED)('%s', async (_what, code, change) => {
    const button = await test.newCard();
    const answer = await test.press(change(button), ZOE);
    expect(answer.json()).toMatchObject({ code });
    expect(statusOf(answer)).toMatch(/^[A-Z].*\.$/);
    expect(await storedFor(button)).toEqual([]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['for a token that Teams gave our pages', { azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346' }],
    ['for a token that our own pages asked for', { azp: CLIENT_ID }],
    ['for an app without a person', { idtyp: 'app' }],
  ])('%s', async (_what, claims) => {
    const button = await test.newCard();
    expect((await test.press(button, ZOE, claims)).json()).toMatchObject({
      status: 401,
      code: 'not-signed-in',
    });
    expect(await storedFor(button)).toEqual([]);
  });

  it('for nobody at all', async () => {
    const payload = await test.newCard();
    const answer = await test.app.inject({ method: 'POST', url: '/api/card-actions', payload });
    expect(answer.json()).toMatchObject({ status: 401, code: 'not-signed-in' });
  });

  it('for somebody of another organisation, who learns nothing of the channel', async () => {
    const button = await test.newCard();
    const answer = await test.press(button, MALLORY);
    expect(answer.json()).toMatchObject({ status: 404, code: 'configuration-not-found' });
    expect(await storedFor(button)).toEqual([]);
  });

  it('for a channel that was removed, and for an event that is older than events are kept', async () => {
    const removed = await test.newCard();
    await test.as(ZOE, 'DELETE', `/api/configurations/${removed.configuration}`);
    expect((await test.press(removed, ZOE)).json()).toMatchObject({ code: 'configuration-removed' });
    const old = await test.newCard();
    await test.storage.prisma.event.delete({ where: { id: BigInt(old.event) } });
    const answer = await test.press(old, ZOE);
    expect(answer.json()).toMatchObject({ code: 'event-not-found' });
    expect(statusOf(answer)).toBe('This card is too old to be answered.');
  });

  it('while there is nobody to pass it on to', async () => {
    const off = await startActionsApp({ ACTION_URL: '', ACTION_SECRET: '' });
    onTestFinished(() => off.close());
    const answer = await off.press(await off.newCard(), ZOE);
    expect(answer.json()).toMatchObject({ status: 404, code: 'actions-off' });
  });
});

it('a preview shows the buttons of a connector’s card, and they do nothing', async () => {
  const { event } = await test.newCard();
  const body = { event, kind: 'connector', language: 'en' };
  const { payload } = (await test.as(ZOE, 'POST', '/api/preview', body)).json();
  const button = payload.potentialAction.find((action: { name: string }) => action.name === 'Approve');
  expect((await test.press(JSON.parse(button.body), ZOE)).json()).toMatchObject({ code: 'action-refused' });
});
