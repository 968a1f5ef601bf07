import asyncio

import redis.asyncio as redis

shown: dict[str, list[str]] = {"display-1": [], "display-2": []}


async def display(name: str, starts_after: float) -> None:
    await asyncio.sleep(starts_after)
    async with redis.Redis(decode_responses=True) as client, client.pubsub() as listener:
        await listener.subscribe("prices")
        async for message in listener.listen():
            if message["type"] == "message":
                shown[name].append(message["data"])


async def shop() -> None:
    async with redis.Redis() as client:
        for price in [19, 18, 17, 16, 15]:
            count = await client.publish("prices", f"lamp {price}")
            print(f"lamp {price}: heard by {count}")
            await asyncio.sleep(0.4)


async def main() -> None:
    displays = [
        asyncio.create_task(display("display-1", 0.2)),
        asyncio.create_task(display("display-2", 1.0)),
    ]
    await shop()
    for name, messages in shown.items():
        print(f"{name} showed {', '.join(messages)}")
    for task in displays:
        task.cancel()


asyncio.run(main())
