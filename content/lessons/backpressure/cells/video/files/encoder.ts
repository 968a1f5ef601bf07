import { connect } from '#course/broker';

const broker = await connect();

for await (const message of broker.queue<{ name: string; video?: string }>('videos').consume()) {
  const { name, video } = message.body;
  console.log(`the message about ${name} has ${JSON.stringify(message.body).length} bytes`);
  const content = video ?? (await (await fetch(`http://localhost:9000/${name}`)).text());
  console.log(`encoding ${content.length / 1000} KB of ${name}`);
  await message.ack();
}
