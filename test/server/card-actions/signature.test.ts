import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { signatureHeaders } from '../../../server/card-actions/signature.ts';

const OLD = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
const NEW = Buffer.alloc(32, 2).toString('base64');
const message = () => ({ id: 'one', at: new Date(), body: '{"né":1}' });

it('signs as Standard Webhooks says: HMAC-SHA256 of id, seconds and body', () => {
  const at = new Date('2026-11-21T10:00:00.900Z');
  const expected = createHmac('sha256', Buffer.alloc(24, 1))
    .update('one.1795255200.{"né":1}')
    .digest('base64');
  expect(signatureHeaders({ ...message(), at }, [OLD])).toEqual({
    'webhook-id': 'one',
    'webhook-timestamp': '1795255200',
    'webhook-signature': `v1,${expected}`,
  });
});

it('is believed by whoever has one of the secrets, and by nobody else', () => {
  const sent = message();
  const headers = signatureHeaders(sent, [NEW, OLD]);
  for (const secret of [OLD, NEW]) {
    expect(new Webhook(secret).verify(sent.body, headers)).toEqual({ né: 1 });
  }
  const other = new Webhook(Buffer.alloc(24, 3).toString('base64'));
  expect(() => other.verify(sent.body, headers)).toThrow('No matching signature');
});
