import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const MS_PER_KB = 3; // an old disk

const server = net.createServer(async (relay) => {
  let storedKb = 0;
  for await (const piece of relay) {
    await sleep((piece.length / 1024) * MS_PER_KB);
    storedKb += piece.length / 1024;
    console.log(`stored ${storedKb} KB`);
  }
  console.log('the film is complete');
});

server.listen(7002);
