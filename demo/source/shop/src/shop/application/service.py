"""What the shop does for its customers."""

from shop.domain.orders import Order, Orders


class OrderService:
    """Places orders."""

    def __init__(self, orders: Orders) -> None:
        """Work on what keeps the orders."""
        self._orders = orders

    async def place(self, order: Order) -> tuple[int, int]:
        """Keep an order; give its number and what is to be paid."""
        total = order.total()
        return await self._orders.add(order), total

    async def total(self, number: int) -> int | None:
        """Say what is to be paid for an order, if there is one."""
        order = await self._orders.find(number)
        return None if order is None else order.total()
