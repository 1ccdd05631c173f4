"""What people have corrected: an append-only list. A correction is taken back by a later one, never deleted."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, insert, select

from .schema import corrections

# article, action, body (JSON values) and, where it takes another back, `undoes`, that one's id
Correction = dict[str, Any]


def add(connection: Connection, at: str, made: Iterable[Correction]) -> None:
    """Append corrections under one moment: what was done at once is taken back at once."""
    values = [{"undoes": None, **one, "at": at, "body": json.dumps(one["body"], ensure_ascii=False)} for one in made]
    if values:
        connection.execute(insert(corrections), values)


def standing(connection: Connection, action: str) -> list[Correction]:
    """Corrections of a kind that nobody has taken back, the newest first."""
    undone = select(corrections.c.undoes).where(corrections.c.undoes.is_not(None))
    query = select(corrections).where(
        corrections.c.action == action, corrections.c.undoes.is_(None), corrections.c.id.not_in(undone)
    )
    rows = connection.execute(query.order_by(corrections.c.id.desc()))
    return [{**row._mapping, "body": json.loads(row.body)} for row in rows]
