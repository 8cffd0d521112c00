"""A step may write rows in any order: what they point to is looked for at its end."""

from __future__ import annotations

import sqlite3

from factdesk.store import connection as opening
from factdesk.store.content import JOURNALLED
from factdesk.store.schema import lay_out
from factdesk.store.writer import POINTING


def test_a_column_that_points_to_another_row_is_known_by_its_name() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    lay_out(connection, opening.SCHEMA)
    keys = {row[3] for table in JOURNALLED for row in connection.execute(f"PRAGMA foreign_key_list({table})")}
    assert keys and all(name.endswith(POINTING) for name in keys), keys
