import asyncio
from collections import deque

orders: deque[str] = deque()


async def pack(packer: str, seconds: float) -> None:
    while orders:
        order = orders.popleft()
        print(f"{packer} takes {order}")
        await asyncio.sleep(seconds)
        print(f"{packer} packed {order}")


async def main() -> None:
    for number in range(1, 7):
        orders.append(f"order-{number}")

    await asyncio.gather(pack("Ann", 0.5), pack("Ben", 0.3))


asyncio.run(main())
