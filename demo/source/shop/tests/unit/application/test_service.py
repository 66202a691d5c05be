import asyncio

from shop.application.service import OrderService
from shop.domain.orders import Order
from shop.infrastructure.memory import OrderMemory


class TestPlace:
    def test_gives_number_and_total(self) -> None:
        placed = asyncio.run(OrderService(OrderMemory()).place(Order("apple", 2, 10)))

        assert placed == (1, 20)


class TestTotal:
    def test_of_an_unknown_order_is_none(self) -> None:
        assert asyncio.run(OrderService(OrderMemory()).total(7)) is None
