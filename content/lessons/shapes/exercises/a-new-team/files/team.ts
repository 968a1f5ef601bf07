import { connect } from '#course/broker';
import { insertRow } from '#course/shop';

// Another team wrote this. It runs twice, once as `statistics` and once as `fraud`.
const team = process.env.TEAM ?? 'team';
const broker = await connect();
const orders = await broker.topic<string>('orders').subscribe(team);

for await (const message of orders.consume()) {
  await insertRow(team, message.body, { seen: true });
  await message.ack();
}
