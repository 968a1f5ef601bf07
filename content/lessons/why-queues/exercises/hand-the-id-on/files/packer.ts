import { connect } from '#course/broker';

const broker = await connect();
const parcels = broker.queue<{ correlationId: string; order: string }>('parcels');

for await (const message of parcels.consume()) {
  const { correlationId, order } = message.body;
  console.log(`[${correlationId}] parcel for ${order}`);
  await message.ack();
}
