import { connect } from '#course/broker';

const broker = await connect();
let carriedKb = 0;

for await (const message of broker.queue<{ name: string; video?: string }>('videos').consume()) {
  const { name, video } = message.body;
  carriedKb += Math.round(JSON.stringify(message.body).length / 1000);
  const content = video ?? (await (await fetch(`http://localhost:9000/${name}`)).text());
  console.log(`${name}: encoded ${content.length / 1000} KB; the broker has carried ${carriedKb} KB of videos`);
  await message.ack();
}
