import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from shop.presentation.schemas import NewOrder, PlacedOrder

DESCRIPTION = json.loads((Path(__file__).parents[2] / "openapi.json").read_text())


@pytest.mark.parametrize("schema", [NewOrder, PlacedOrder])
def test_a_schema_has_the_fields_that_are_described(schema: type) -> None:
    assert set(schema.model_fields) == set(DESCRIPTION["components"]["schemas"][schema.__name__]["properties"])


@pytest.mark.parametrize("body", [{}, {"item": "", "quantity": 1, "price": 1}, {"item": "a", "quantity": 0, "price": 1}])
def test_what_the_description_forbids_is_refused(body: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        NewOrder.model_validate(body)
