"""The themes of a workspace: its own, those it has changed, those it has switched off; and what was read with which."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from .schema import articles, findings, themes


def held(connection: Connection) -> dict[str, dict[str, Any]]:
    """Id → body (None: as it ships), active, at."""
    rows = connection.execute(select(themes).order_by(themes.c.id))
    return {
        row.id: {"body": json.loads(row.body) if row.body else None, "active": row.active, "at": row.at}
        for row in rows
    }  # fmt: skip


def put(connection: Connection, id: str, body: Mapping[str, Any] | None, active: bool, at: str) -> None:
    """Keep a theme; one that is as it ships and active needs no keeping."""
    connection.execute(delete(themes).where(themes.c.id == id))
    if body is not None or not active:
        told = json.dumps(body, ensure_ascii=False) if body is not None else None
        connection.execute(insert(themes).values(id=id, body=told, active=active, at=at))


def lexicons(connection: Connection) -> dict[str, int]:
    """Lexicon hash → how many articles were read with it; the empty one: not read at all."""
    query = select(findings.c.lexicon, func.count()).select_from(articles)
    joined = query.outerjoin(findings, findings.c.article == articles.c.id).group_by(findings.c.lexicon)
    return {hash or "": int(count) for hash, count in connection.execute(joined)}


def waiting(connection: Connection, hash: str) -> list[str]:
    """Ids of the articles that were not read with a lexicon, in the order in which they were stored."""
    query = select(articles.c.id).outerjoin(findings, findings.c.article == articles.c.id)
    other = findings.c.lexicon.is_(None) | (findings.c.lexicon != hash)
    return list(connection.scalars(query.where(other).order_by(articles.c.key)))


def replace(connection: Connection, found: Sequence[tuple[str, list[dict[str, Any]]]], hash: str) -> None:
    """New themes for stored articles whose other findings stay."""
    for id, listed in found:
        body = connection.scalar(select(findings.c.body).where(findings.c.article == id))
        if body is not None:  # taken back in the meantime
            told = json.dumps({**json.loads(body), "themes": listed}, ensure_ascii=False)
            connection.execute(update(findings).where(findings.c.article == id).values(body=told, lexicon=hash))
