import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';
import { sendMail } from '#course/shop';

async function thank(order: string): Promise<void> {
  await sleep(300); // the mail is being written
  await sendMail(`customer of ${order}`, 'Thank you!');
  console.log(`thanked for ${order}`);
}

const broker = await connect();

// This file runs twice, as mail-1 and as mail-2. Take the orders here, and thank for each of them.
await thank('order-0');

await broker.close();
