"""What people have corrected: an append-only list. A correction is taken back by a later one, never deleted.

Actions: `published` (a day given, see `dating`), `verdict` (of a finding, see `verdicts`), `identity` (names merged,
renamed, split, see `identities`). The last two are laid over what is read, and change nothing that is stored.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from .schema import corrections

# article, action, body (JSON values) and, where it takes another back, `undoes`, that one's id
Correction = dict[str, Any]


def add(connection: Connection, at: str, made: Iterable[Correction]) -> list[int]:
    """Append corrections under one moment (what was done at once is taken back at once); their numbers."""
    values = [{"undoes": None, **one, "at": at, "body": json.dumps(one["body"], ensure_ascii=False)} for one in made]
    query = insert(corrections).returning(corrections.c.id)
    return [int(connection.scalar(query, one) or 0) for one in values]


def standing(connection: Connection, action: str, articles: Sequence[str] | None = None) -> list[Correction]:
    """Corrections of a kind (of some hundreds of articles) that nobody has taken back, the newest first."""
    query = select(corrections).where(
        corrections.c.action == action, corrections.c.undoes.is_(None), corrections.c.id.not_in(_UNDONE)
    )
    if articles is not None:
        query = query.where(corrections.c.article.in_(articles))
    return [_told(row) for row in connection.execute(query.order_by(corrections.c.id.desc()))]


def history(connection: Connection, actions: Sequence[str], limit: int, offset: int) -> tuple[int, list[Correction]]:
    """How many corrections there were, and some of them, the newest first; `undone` says which were taken back."""
    here = (corrections.c.action.in_(actions), corrections.c.undoes.is_(None))
    whole = connection.scalar(select(func.count()).select_from(corrections).where(*here)) or 0
    query = select(corrections, corrections.c.id.in_(_UNDONE).label("undone")).where(*here)
    rows = connection.execute(query.order_by(corrections.c.id.desc()).limit(limit).offset(offset))
    return whole, [_told(row) for row in rows]


def since(connection: Connection, id: int) -> list[Correction]:
    """The corrections after one, the oldest first, those that take another back too."""
    query = select(corrections).where(corrections.c.id > id).order_by(corrections.c.id)
    return [_told(row) for row in connection.execute(query)]


def last(connection: Connection) -> int:
    """The number of the latest correction; 0 before the first."""
    return connection.scalar(select(func.max(corrections.c.id))) or 0


_UNDONE = select(corrections.c.undoes).where(corrections.c.undoes.is_not(None))


def _told(row: Row[Any]) -> Correction:
    return {**row._mapping, "body": json.loads(row.body)}
