import asyncio

from shop.domain.orders import Order
from shop.infrastructure.memory import OrderMemory


class TestFind:
    def test_gives_what_was_added(self) -> None:
        orders = OrderMemory()
        number = asyncio.run(orders.add(Order("pear", 1, 5)))

        assert asyncio.run(orders.find(number)) == Order("pear", 1, 5)
