import { createCardwireClient } from './cardwire-client.ts';

const { CARDWIRE_URL = 'http://localhost:3978', CARDWIRE_KEY = '' } = process.env;
const cardwire = createCardwireClient({ url: CARDWIRE_URL, key: CARDWIRE_KEY });

const receipts = await cardwire.send([
  { type: 'task.created', title: 'Order the cake', url: 'https://tasks.example/42', id: 'task-42' },
]);
for (const { id, channels, duplicate } of receipts) {
  console.log(`${id}: ${duplicate ? 'was sent before' : `goes to ${channels} channels`}`);
}
