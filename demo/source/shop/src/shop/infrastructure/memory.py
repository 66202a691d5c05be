"""Orders in memory, for a try without a database."""

from shop.domain.orders import Order


class OrderMemory:
    """Keeps orders as long as the process lives."""

    def __init__(self) -> None:
        """Begin with none."""
        self._orders: list[Order] = []

    async def add(self, order: Order) -> int:
        """Keep an order and say under which number."""
        self._orders.append(order)
        return len(self._orders)

    async def find(self, number: int) -> Order | None:
        """Give the order of a number, if there is one."""
        return self._orders[number - 1] if 0 < number <= len(self._orders) else None
