import { connect } from '#course/broker';

interface Job {
  name: string;
  video?: string;
}

const broker = await connect();
const jobs = broker.queue<Job>('videos');

for await (const message of jobs.consume()) {
  const { name, video } = message.body;
  const size = JSON.stringify(message.body).length;
  console.log(`${name}: a message of ${size} bytes`);
  const content = video ?? (await download(name));
  console.log(`${name}: encoding ${content.length / 1000} KB`);
  await message.ack();
}

async function download(name: string): Promise<string> {
  const response = await fetch(`http://localhost:9000/${name}`);
  return response.text();
}
