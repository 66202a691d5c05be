import asyncio

from shop.application.service import OrderService
from shop.domain.orders import Order
from shop.infrastructure.memory import OrderMemory


def test_what_is_placed_can_be_asked_for() -> None:
    service = OrderService(OrderMemory())
    number, total = asyncio.run(service.place(Order("plum", 4, 25)))

    assert asyncio.run(service.total(number)) == total == 100
