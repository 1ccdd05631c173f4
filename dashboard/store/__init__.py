"""The workspace: articles, findings and imports in SQLite, through SQLAlchemy Core.

Every write is one transaction that begins IMMEDIATE: with SQLite's deferred BEGIN, 53 of 120 concurrent writes failed
as locked, with this none. Readers use WAL and are never held up. What a method has returned from is on the disk.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import uuid
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, insert, select, text, update
from sqlalchemy.exc import DatabaseError

from ..errors import UsageError, WorkspaceError
from ..lexicon.said import said
from ..model import Article, Record, article_id
from . import corrections, schema, stories, themes
from .connect import connect, exists, may_only_be_read
from .rows import BODY, article_of, columns_of, copy_flag, merge, record_of, select_records, signature_of
from .schema import articles, batches, findings, meta, originals

Status = Literal["added", "duplicate", "updated"]


def default_url() -> str:
    """The workspace that is meant when none is named: MARSAD_WORKSPACE, else a file in the user's data folder."""
    named = os.environ.get("MARSAD_WORKSPACE")
    if named:
        return named
    base = os.environ.get("XDG_DATA_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".local" / "share"
    return str(Path(base) / "marsad" / "workspace.db")


def as_url(workspace: str | os.PathLike[str] | None) -> str:
    """A SQLAlchemy URL for a URL, a path to an SQLite file, or None (the default workspace)."""
    named = str(workspace) if workspace is not None else default_url()
    return named if "://" in named else f"sqlite:///{Path(named).expanduser().absolute()}"


class Store:
    """One workspace. Safe to share between threads; cheap to keep open."""

    def __init__(self, workspace: str | os.PathLike[str] | None = None, *, create: bool = True) -> None:
        """Open a workspace; without `create`, one that isn't there is an error and nothing is made."""
        self.url = as_url(workspace)
        if not create and not exists(self.url):
            raise WorkspaceError(said("workspace.none", path=self.url.removeprefix("sqlite:///")))
        self._engine = connect(self.url)
        self.read_only = False
        try:
            with self._write() as connection:
                self.new = schema.prepare(connection)
                self.identity = _identity(connection)
        except DatabaseError as error:
            if not may_only_be_read(self.url, error):
                raise WorkspaceError(said("workspace.open", url=self.url, error=error.orig)) from None
            self._open_to_read()

    def _open_to_read(self) -> None:
        """A file that may not be written serves as it is, if it needs no change first."""
        self._engine, self.read_only, self.new = connect(self.url, read_only=True), True, False
        try:
            with self._read() as connection:
                current = schema.is_current(connection)
                self.identity = _identity(connection)
        except DatabaseError as error:
            raise WorkspaceError(said("workspace.open", url=self.url, error=error.orig)) from None
        if not current:
            raise WorkspaceError(said("workspace.outdated", url=self.url))

    # ── reading ────────────────────────────────────────────────────────────────────────────────────────────

    def revision(self) -> int:
        """A number that grows with every change; asked on every rerun of a page, so one indexed row."""
        with self._read() as connection:
            return int(connection.scalar(select(meta.c.value).where(meta.c.key == "revision")) or 0)

    def article(self, id: str) -> dict[str, Any] | None:
        """The record of the contract, with `batch` and `imported`; None for an unknown id."""
        self._settle()
        with self._read() as connection:
            row = connection.execute(select_records().where(articles.c.id == id)).first()
            if row is None:
                return None
            record = record_of(row)
            record["flags"] += [copy_flag(*found) for _, *found in stories.copies(connection, [id])]
            return record

    def records(self, batch: str | None = None) -> Iterator[dict[str, Any]]:
        """Every record (of one import), oldest first; flags on copies are not in it, see `copies`."""
        query = select_records().order_by(articles.c.key)
        with self._read() as connection:
            rows = connection.execution_options(yield_per=500).execute(
                query if batch is None else query.where(articles.c.batch == batch)
            )
            for row in rows:
                yield record_of(row)

    def copies(self, ids: Sequence[str] | None = None) -> dict[str, dict[str, Any]]:
        """id → near-duplicate flag, of every article (among `ids`) of whose story an earlier one is stored.

        The flag's `copy_of` is the id of the first that is stored of the story, its confidence the part of the
        wording that is shared with that one.
        """
        self._settle()
        with self._read() as connection:
            return {id: copy_flag(*found) for id, *found in stories.copies(connection, ids)}

    def _settle(self) -> None:
        """Compare what an older Marsad has stored; a chunk a transaction, so that no other writer waits long."""
        if self.read_only:
            return
        with self._read() as connection:
            waiting = stories.waiting(connection)
        while waiting:
            with self._write() as connection:
                waiting = stories.settle(connection, signature_of)

    def articles(self, ids: Sequence[str] | None = None) -> Iterator[Article]:
        """The stored articles (or some hundreds of them) as extraction takes them."""
        query = select(articles).order_by(articles.c.key)
        with self._read() as connection:
            for row in connection.execute(query if ids is None else query.where(articles.c.id.in_(ids))):
                yield article_of(row)

    def corrections(self, action: str) -> list[dict[str, Any]]:
        """Corrections of a kind that nobody has taken back, the newest first: id, at, article, action, body."""
        with self._read() as connection:
            return corrections.standing(connection, action)

    def texts(self, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
        """id → (title, text), in one query a thousand ids."""
        wanted, out = list(ids), {}
        with self._read() as connection:
            for at in range(0, len(wanted), 1000):
                query = select(articles.c.id, articles.c.title, articles.c.text)
                for id, title, body in connection.execute(query.where(articles.c.id.in_(wanted[at : at + 1000]))):
                    out[id] = (title, body)
        return out

    def search(self, match: str) -> list[str]:
        """Ids of the articles that an FTS5 expression over folded words answers (see `queries.search`)."""
        with self._read() as connection:
            found = connection.execute(
                text("SELECT a.id FROM articles_fts f JOIN articles a ON a.key = f.rowid WHERE articles_fts MATCH :q"),
                {"q": match},
            )
            return [id for (id,) in found]

    def known_words(self, words: Iterable[str]) -> set[str]:
        """Which of these folded words some article has."""
        with self._read() as connection:
            connection.execute(text(schema.VOCABULARY))
            asked = text("SELECT term FROM temp.articles_words WHERE term IN :words")
            found = connection.execute(asked.bindparams(bindparam("words", expanding=True)), {"words": list(words)})
            return {word for (word,) in found}

    def batches(self) -> list[dict[str, Any]]:
        """Imports, newest first: id, at, label, samples, revision, articles (how many are still there)."""
        count = func.count(articles.c.key).label("articles")
        query = select(batches, count).outerjoin(articles, articles.c.batch == batches.c.id).group_by(batches.c.id)
        with self._read() as connection:
            return [dict(row._mapping) for row in connection.execute(query.order_by(batches.c.at.desc()))]

    def engines(self) -> list[tuple[str, str, str, int]]:
        """What has read the articles: engine, version, hash of its lexicon, and how many it read, most first."""
        by, many = (findings.c.engine, findings.c.version, findings.c.lexicon), func.count()
        with self._read() as connection:
            rows = connection.execute(select(*by, many).group_by(*by).order_by(many.desc()))
            return [(name, version, lexicon, read) for name, version, lexicon, read in rows]

    def count(self) -> int:
        """How many articles the workspace holds."""
        with self._read() as connection:
            return schema.article_count(connection)

    def themes(self) -> dict[str, dict[str, Any]]:
        """The workspace's own and changed themes: id → body (None: as it ships), active, at."""
        with self._read() as connection:
            return themes.held(connection)

    def lexicons(self) -> dict[str, int]:
        """Lexicon hash → how many articles were read with it."""
        with self._read() as connection:
            return themes.lexicons(connection)

    def waiting(self, lexicon: str) -> list[str]:
        """Ids of the articles that were not read with this lexicon."""
        with self._read() as connection:
            return themes.waiting(connection, lexicon)

    # ── writing ────────────────────────────────────────────────────────────────────────────────────────────

    def add_batch(self, label: str, samples: bool = False) -> str:
        """A new import; its id sorts by time."""
        now = _now()
        id = f"{now[:19].replace(':', '').replace('-', '')}-{uuid.uuid4().hex[:6]}"
        with self._write() as connection:
            revision = _grow(connection)
            connection.execute(insert(batches).values(id=id, at=now, label=label, samples=samples, revision=revision))
        return id

    def stored(self, article: Article) -> tuple[Status, Article]:
        """What storing the article would be, and the article as it would stand: known metadata is never erased."""
        id = article_id(article)
        with self._read() as connection:
            row = connection.execute(select(articles).where(articles.c.id == id)).first()
        if row is None:
            return "added", replace(article, id=id)
        known = article_of(row)
        merged = merge(known, replace(article, id=id))
        return ("duplicate" if merged == known else "updated"), merged

    def correct(self, records: Sequence[Record], at: str, made: Sequence[dict[str, Any]]) -> None:
        """Store stored articles as they were corrected, and the corrections, in one transaction."""
        ids = [record.article.id for record in records]
        with self._write() as connection:
            here = set(connection.scalars(select(articles.c.id).where(articles.c.id.in_(ids))))
            self._put(connection, [record for record in records if record.article.id in here])
            corrections.add(connection, at, made)

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

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        if self.read_only:
            raise WorkspaceError(said("workspace.read_only", url=self.url))
        with self._engine.connect().execution_options(immediate=True) as connection, connection.begin():
            yield connection


def _identity(connection: Connection) -> str:
    return str(connection.scalar(select(meta.c.value).where(meta.c.key == "identity")))


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
