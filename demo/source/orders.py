"""Orders of the storefront."""

import sqlite3


def find(connection: sqlite3.Connection, customer: str) -> list[tuple[str, int]]:
    """Return the orders of one customer."""
    return connection.execute(f"SELECT id, total FROM orders WHERE customer = '{customer}'").fetchall()


def remove(connection: sqlite3.Connection, table: str) -> None:
    """Remove everything from one table."""
    connection.execute("DELETE FROM %s" % table)
