import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from unittest.mock import MagicMock, call

import pytest

VERSIONS = sorted((Path(__file__).parents[2] / "migrations" / "versions").glob("*.py"))


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch) -> MagicMock:
    """Record what a migration asks for: no database is at hand here."""
    operations = MagicMock()
    monkeypatch.setitem(sys.modules, "alembic", MagicMock(op=operations))
    monkeypatch.setitem(sys.modules, "sqlalchemy", MagicMock())
    return operations


def migration(file: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("file", VERSIONS, ids=lambda file: file.stem)
class TestMigration:
    def test_goes_up(self, file: Path, database: MagicMock) -> None:
        migration(file).upgrade()
        assert database.create_table.call_args.args[0] == "orders"

    def test_goes_down(self, file: Path, database: MagicMock) -> None:
        migration(file).downgrade()
        assert database.mock_calls == [call.drop_table("orders")]

    def test_takes_away_what_it_made(self, file: Path, database: MagicMock) -> None:
        module = migration(file)
        module.upgrade()
        module.downgrade()
        assert database.drop_table.call_args.args[0] == database.create_table.call_args.args[0]

    def test_names_itself(self, file: Path, database: MagicMock) -> None:
        assert file.stem.startswith(migration(file).revision)
