import pytest

from shop.settings import Settings


class TestSettings:
    def test_come_from_the_environment(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SHOP_PAGE_SIZE", "7")

        assert Settings().page_size == 7
