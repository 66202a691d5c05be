import pytest

pytest.importorskip("fastapi")
