import { setTimeout as sleep } from 'node:timers/promises';
import { insertRow } from '#course/shop';
import { offer } from './offer.ts';

await offer('video', 8085, async (video) => {
  await sleep(3000); // encodes it
  await insertRow('videos', video, { encoded: true });
  return 'Encoded.';
});
