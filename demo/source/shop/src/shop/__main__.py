"""Places one order from a shell."""

import argparse
import asyncio

from shop.application.service import OrderService
from shop.domain.orders import Order
from shop.infrastructure.memory import OrderMemory


def main() -> None:
    """Read the command line and say what is to be paid."""
    parser = argparse.ArgumentParser(prog="shop")
    parser.add_argument("command", choices=["order"])
    parser.add_argument("--item", required=True)
    parser.add_argument("--quantity", type=int, required=True)
    parser.add_argument("--price", type=int, required=True)
    asked = parser.parse_args()
    service = OrderService(OrderMemory())
    number, total = asyncio.run(service.place(Order(asked.item, asked.quantity, asked.price)))
    print(f"order {number}: {total}")


if __name__ == "__main__":
    main()
