import { connect } from '#course/broker';
import { encodeVideo } from './work.ts';

const broker = await connect();
const videos = broker.queue<string>('videos');

for await (const message of videos.consume()) {
  await encodeVideo(message.body);
  await message.ack();
}
