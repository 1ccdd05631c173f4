"""Articles that are copies of one another, kept as stories: each article names the first stored of its own.

Who belongs together depends on the texts alone, who is first on the order of storing. `bands` finds an article's
likely copies by index, so that storing stays linear; identical texts share one entry in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from . import similar
from .schema import articles, bands

# So many entries of an article's bands are looked at: past them are thousands of versions of one bulletin.
_MOST = 1000
_CHUNK = 500
MEMBERS = (articles.c.key, articles.c.story, articles.c.text_hash, articles.c.signature)


def link(connection: Connection, key: int, text_hash: str, signature: bytes) -> None:
    """Put an article without a story into the one that its text belongs to, or join those that it ties together."""
    stories: set[int] = set()
    if signature:
        twin = connection.scalar(
            select(articles.c.story)
            .where(articles.c.text_hash == text_hash, articles.c.key != key, articles.c.story.is_not(None))
            .limit(1)
        )
        stories = {twin} if twin is not None else _stories_like(connection, signature)
        if twin is None:
            _enter(connection, key, signature)
    first = min(stories | {key})
    for story in stories - {first}:
        connection.execute(update(articles).where(articles.c.story == story).values(story=first))
    connection.execute(update(articles).where(articles.c.key == key).values(story=first))


def _stories_like(connection: Connection, signature: bytes) -> set[int]:
    query = select(bands.c.article).where(bands.c.hash.in_(similar.bands(signature))).limit(_MOST)
    near = set(connection.scalars(query))
    if not near:
        return set()
    found = connection.execute(
        select(articles.c.story, articles.c.signature).where(articles.c.key.in_(near), articles.c.story.is_not(None))
    ).all()
    same = similar.alike(signature, [row.signature for row in found])
    return {row.story for row, copy in zip(found, same, strict=True) if copy}


def _enter(connection: Connection, key: int, signature: bytes) -> None:
    values = [{"hash": hash, "article": key} for hash in similar.bands(signature)]
    connection.execute(insert(bands), values)


def unlink(connection: Connection, gone: Sequence[Any]) -> None:
    """What is left of the stories that articles have gone from (rows of `MEMBERS`, as they were)."""
    for row in gone:
        if row.story is not None and row.signature:
            _leave(connection, row)
    stories = sorted({row.story for row in gone if row.story is not None})
    for at in range(0, len(stories), _CHUNK):
        query = select(*MEMBERS).where(articles.c.story.in_(stories[at : at + _CHUNK])).order_by(articles.c.key)
        left: dict[int, list[Any]] = {}
        for row in connection.execute(query):
            left.setdefault(row.story, []).append(row)
        for story, rows in left.items():
            for group in similar.groups([row.signature for row in rows]):
                first = rows[group[0]].key  # the next that was stored is the first now
                if first != story:
                    keys = [rows[index].key for index in group]
                    connection.execute(update(articles).where(articles.c.key.in_(keys)).values(story=first))


def _leave(connection: Connection, row: Any) -> None:
    """Take an article's entry in `bands` away, or hand it to one with the same text."""
    mine = (bands.c.article == row.key) & bands.c.hash.in_(similar.bands(row.signature))
    if connection.execute(delete(bands).where(mine)).rowcount:
        heir = connection.scalar(
            select(articles.c.key)
            .where(articles.c.text_hash == row.text_hash, articles.c.key != row.key, articles.c.story.is_not(None))
            .order_by(articles.c.key)
            .limit(1)
        )
        if heir is not None:
            _enter(connection, heir, row.signature)


def waiting(connection: Connection) -> bool:
    """Whether articles of an older workspace have not been compared yet."""
    return connection.scalar(select(articles.c.key).where(articles.c.story.is_(None)).limit(1)) is not None


def settle(connection: Connection, signed: Any) -> bool:
    """Compare a chunk of the articles that wait; whether there were any. `signed` makes a text's signature."""
    query = select(articles.c.key, articles.c.text, articles.c.text_hash).where(articles.c.story.is_(None))
    rows = connection.execute(query.order_by(articles.c.key).limit(_CHUNK)).all()
    for row in rows:
        signature = signed(row.text)
        connection.execute(update(articles).where(articles.c.key == row.key).values(signature=signature))
        link(connection, row.key, row.text_hash, signature)
    return bool(rows)


def copies(connection: Connection, ids: Sequence[str] | None = None) -> list[Any]:
    """Rows (id, first, same, likeness) of the articles (among `ids`) whose story began with another."""
    first = articles.alias()
    same = articles.c.text_hash == first.c.text_hash
    query = (
        select(articles.c.id, first.c.id, same, articles.c.signature, first.c.signature)
        .join(first, first.c.key == articles.c.story)
        .where(articles.c.story != articles.c.key)
        .order_by(articles.c.key)
    )
    found = connection.execute(query if ids is None else query.where(articles.c.id.in_(ids)))
    return [(id, its_id, bool(equal), similar.likeness(mine, its)) for id, its_id, equal, mine, its in found]
