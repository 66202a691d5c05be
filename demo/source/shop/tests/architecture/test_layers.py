import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "shop"
INNER = {"domain": {"application", "infrastructure", "presentation"}, "application": {"infrastructure", "presentation"}}


def imported(file: Path) -> set[str]:
    tree = ast.parse(file.read_text())
    return {node.module.split(".")[1] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("shop.")}


@pytest.mark.parametrize("layer", INNER)
def test_a_layer_knows_none_outside_of_it(layer: str) -> None:
    for file in (SOURCE / layer).glob("*.py"):
        assert not imported(file) & INNER[layer], file
