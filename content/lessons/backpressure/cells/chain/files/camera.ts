import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const piece = Buffer.alloc(8 * 1024);
const relay = net.connect({ host: 'localhost', port: 7001 });

// A film of 80 pieces. The camera has a new piece every 5 ms.
for (let number = 1; number <= 80; number += 1) {
  await sleep(5);
  const isRoom = relay.write(piece);
  if (isRoom) continue;
  console.log(`piece ${number}: no room, the camera stops`);
  await once(relay, 'drain');
  console.log('room again');
}

console.log('all pieces are sent');
relay.end();
