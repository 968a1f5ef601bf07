import { connect } from '#course/broker';
import { sendMail } from '#course/shop';

const broker = await connect();
const receipts = broker.queue<{ correlationId: string; customer: string }>('receipts');

for await (const message of receipts.consume()) {
  const { correlationId, customer } = message.body;
  await sendMail(customer, `Your receipt [${correlationId}]`);
  console.log(`[${correlationId}] receipt sent to ${customer}`);
  await message.ack();
}
