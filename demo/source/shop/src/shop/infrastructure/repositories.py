"""Orders in the database."""

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.domain.orders import Order
from shop.infrastructure.models import OrderRow


class OrderRepository:
    """Keeps orders in a table."""

    def __init__(self, session: AsyncSession) -> None:
        """Work in a session that somebody else ends."""
        self._session = session

    async def add(self, order: Order) -> int:
        """Keep an order and say under which number."""
        values = {"item": order.item, "quantity": order.quantity, "price": order.price}
        result = await self._session.execute(insert(OrderRow).values(values).returning(OrderRow.number))
        return result.scalar_one()

    async def find(self, number: int) -> Order | None:
        """Give the order of a number, if there is one."""
        row = await self._session.scalar(select(OrderRow).where(OrderRow.number == number))
        return None if row is None else Order(row.item, row.quantity, row.price)
