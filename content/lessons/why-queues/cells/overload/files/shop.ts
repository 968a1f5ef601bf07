import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#course/broker';

const broker = await connect();
const small = broker.queue<number>('small', { capacity: 50 });
const big = broker.queue<number>('big', { capacity: 150 });

const started = Date.now();
const refused = { small: 0, big: 0 };

function refuse(name: 'small' | 'big'): void {
  refused[name] += 1;
  if (refused[name] === 1) console.log(`${name} is full after ${Math.round((Date.now() - started) / 1000)} s`);
}

// Twenty in a second, for thirty seconds, into both queues.
for (let number = 1; number <= 600; number += 1) {
  small.publish(number).catch(() => refuse('small'));
  big.publish(number).catch(() => refuse('big'));
  await sleep(50);
  if (number % 200 === 0) console.log(`refused so far: small ${refused.small}, big ${refused.big}`);
}
