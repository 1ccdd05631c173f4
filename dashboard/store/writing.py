"""What changes a workspace: every write is one transaction, and what a method has returned from is on the disk."""

from __future__ import annotations

import datetime as dt
import json
import uuid
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from ..errors import UsageError
from ..lexicon.said import said
from ..model import Record
from . import corrections, stories, themes
from .reading import Reading
from .rows import BODY, columns_of
from .schema import articles, batches, findings, meta, originals


class Store(Reading):
    """One workspace, read and written. Safe to share between threads; cheap to keep open."""

    def add_batch(self, label: str, samples: bool = False) -> str:
        """A new import; its id sorts by time."""
        now = _now()
        id = f"{now[:19].replace(':', '').replace('-', '')}-{uuid.uuid4().hex[:6]}"
        with self._write() as connection:
            revision = _grow(connection)
            connection.execute(insert(batches).values(id=id, at=now, label=label, samples=samples, revision=revision))
        return id

    def correct(self, records: Sequence[Record], at: str, made: Sequence[dict[str, Any]]) -> None:
        """Store stored articles as they were corrected, and the corrections, in one transaction."""
        ids = [record.article.id for record in records]
        with self._write() as connection:
            here = set(connection.scalars(select(articles.c.id).where(articles.c.id.in_(ids))))
            self._put(connection, [record for record in records if record.article.id in here])
            corrections.add(connection, at, made)

    def note(self, made: Sequence[dict[str, Any]], at: str) -> list[int]:
        """Keep corrections that are laid over what is read, whose numbers are told; what they judge stays as it is."""
        with self._write() as connection:
            return corrections.add(connection, at, made)

    def put(self, records: Sequence[Record], batch: str, raw: dict[str, bytes] | None = None) -> None:
        """Store records of prepared articles (with ids) and their findings in one transaction."""
        with self._write() as connection:
            self._put(connection, records, batch, raw)

    def _put(
        self, connection: Connection, records: Sequence[Record], batch: str | None = None,
        raw: dict[str, bytes] | None = None,
    ) -> None:  # fmt: skip
        revision = _grow(connection)
        touched = {batch} if batch else set()
        for record in records:
            values = columns_of(record.article)
            id = values["id"]
            before = select(articles.c.batch, *stories.MEMBERS).where(articles.c.id == id)
            known = connection.execute(before).first()
            if known is None:
                connection.execute(insert(articles).values(batch=batch, imported=_now(), **values))
                key = connection.scalar(select(articles.c.key).where(articles.c.id == id)) or 0
                stories.link(connection, key, values["text_hash"], values["signature"])
            else:
                touched.add(known.batch)
                connection.execute(update(articles).where(articles.c.id == id).values(**values))
                if known.text_hash != values["text_hash"]:
                    connection.execute(update(articles).where(articles.c.id == id).values(story=None))
                    stories.unlink(connection, [known])
                    stories.link(connection, known.key, values["text_hash"], values["signature"])
            _put_findings(connection, record)
            if raw and id in raw:
                connection.execute(delete(originals).where(originals.c.article == id))
                connection.execute(
                    insert(originals).values(article=id, name=record.article.origin, content=zlib.compress(raw[id]))
                )
        connection.execute(update(batches).where(batches.c.id.in_(touched)).values(revision=revision))

    def replace_findings(self, records: Sequence[Record]) -> None:
        """New findings for stored articles, in one transaction."""
        with self._write() as connection:
            revision = _grow(connection)
            ids = [record.article.id for record in records]
            for record in records:
                _put_findings(connection, record)
            _renew(connection, articles.c.id.in_(ids), revision)

    def put_theme(self, id: str, body: Mapping[str, Any] | None, active: bool = True) -> None:
        """Keep a theme of the workspace, or (no body and active) forget what it had of its own there."""
        with self._write() as connection:
            _grow(connection)
            themes.put(connection, id, body, active, _now())

    def replace_themes(self, found: Sequence[tuple[str, list[dict[str, Any]]]], lexicon: str) -> None:
        """New themes (as a record has them) for stored articles, found with a lexicon; one transaction."""
        with self._write() as connection:
            revision = _grow(connection)
            themes.replace(connection, found, lexicon)
            _renew(connection, articles.c.id.in_([id for id, _ in found]), revision)

    def remove(self, id: str) -> int:
        """Take back an article or a whole import; how many articles went. Raises UsageError for an unknown id."""
        with self._write() as connection:
            as_batch = connection.scalar(select(batches.c.id).where(batches.c.id == id))
            chosen = articles.c.batch == id if as_batch else articles.c.id == id
            revision = _grow(connection)
            _renew(connection, chosen, revision)
            leaving = connection.execute(select(*stories.MEMBERS).where(chosen)).all()
            gone = connection.execute(delete(articles).where(chosen)).rowcount
            stories.unlink(connection, leaving)
            if as_batch:
                connection.execute(delete(batches).where(batches.c.id == id))
            elif not gone:
                raise UsageError(said("workspace.no_id", id=id))
        return gone


def _renew(connection: Connection, chosen: ColumnElement[bool], revision: int) -> None:
    """The imports that hold the chosen articles are of this revision now, so that their frames are read anew."""
    owners = select(articles.c.batch).where(chosen)
    connection.execute(update(batches).where(batches.c.id.in_(owners)).values(revision=revision))


def _grow(connection: Connection) -> int:
    revision = int(connection.scalar(select(meta.c.value).where(meta.c.key == "revision")) or 0) + 1
    connection.execute(update(meta).where(meta.c.key == "revision").values(value=str(revision)))
    return revision


def _put_findings(connection: Connection, record: Record) -> None:
    whole = record.to_dict()
    body = {key: whole[key] for key in BODY}
    id, engine = whole["id"], record.engine
    # One engine speaks for an article, the last that read it: two sets of findings would count everything twice.
    connection.execute(delete(findings).where(findings.c.article == id))
    connection.execute(
        insert(findings).values(
            article=id, engine=engine.name, version=engine.version, lexicon=engine.lexicon,
            body=json.dumps(body, ensure_ascii=False),
        )
    )  # fmt: skip


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
