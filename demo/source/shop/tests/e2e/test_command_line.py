import os
import subprocess
import sys
from pathlib import Path


def test_an_order_from_a_shell_is_placed() -> None:
    source = str(Path(__file__).parents[2] / "src")
    said = subprocess.run(
        [sys.executable, "-m", "shop", "order", "--item", "apple", "--quantity", "3", "--price", "120"],
        capture_output=True, check=True, env={**os.environ, "PYTHONPATH": source}, text=True,
    )

    assert said.stdout == "order 1: 360\n"
