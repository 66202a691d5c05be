"""Orders, and what may be done with them."""

from dataclasses import dataclass
from typing import Protocol


class EmptyOrderError(Exception):
    """An order must ask for something."""


@dataclass(frozen=True)
class Order:
    """So many of one item, at a price in cents."""

    item: str
    quantity: int
    price: int

    def total(self) -> int:
        """Say what is to be paid, in cents."""
        if self.quantity < 1:
            raise EmptyOrderError(self.item)
        return self.quantity * self.price


class Orders(Protocol):
    """Where orders are kept."""

    async def add(self, order: Order) -> int:
        """Keep an order and say under which number."""

    async def find(self, number: int) -> Order | None:
        """Give the order of a number, if there is one."""
