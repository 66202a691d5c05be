import pytest

from shop.domain.orders import EmptyOrderError, Order


class TestTotal:
    @pytest.mark.parametrize(("quantity", "total"), [(1, 120), (3, 360)])
    def test_is_quantity_times_price(self, quantity: int, total: int) -> None:
        assert Order("apple", quantity, 120).total() == total

    def test_of_nothing_is_refused(self) -> None:
        with pytest.raises(EmptyOrderError):
            Order("apple", 0, 120).total()
