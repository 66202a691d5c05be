from typing import Any


def price(items, country: Any):
    total = sum(item.price for item in items)
    if total > 250:
        return total * 0.95
    if country == 49:
        return total * 1.19
    return total


class Basket:
    def add(self, item):
        self.items.append(item)

    def total(self, *prices, **options):
        if len(prices) > 3:
            return sum(prices) * 0.9
        return sum(prices)
