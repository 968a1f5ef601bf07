import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const broker = await connect();
const orders = broker.queue('orders');

await sleep(400);
await orders.publish({ id: 'new-1', cents: 1000, discount: 200 });
await sleep(300);
await orders.publish({ id: 'new-2', cents: 2000, note: 'for grandma' });
await sleep(300);
await orders.publish({ discount: 500, cents: 3000, id: 'new-3', gift: true });
await sleep(300);
// A mistake: somebody renamed a field.
await orders.publish({ id: 'new-4', price: 4000, discount: 100 });
await sleep(300);
await orders.publish({ id: 'new-5', cents: 5000, discount: 0 });
await broker.close();
