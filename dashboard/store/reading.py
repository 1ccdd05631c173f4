"""What is read of a workspace. Readers use WAL and are never held up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Literal

from sqlalchemy import Connection, bindparam, func, select, text

from ..identities import Identities, replay
from ..model import Article, article_id
from ..verdicts import lay
from . import corrections, schema, stories, themes
from .opened import Opened
from .rows import article_of, copy_flag, merge, record_of, select_records
from .schema import articles, batches, findings, meta

Status = Literal["added", "duplicate", "updated"]


class Reading(Opened):
    """The questions that a workspace answers."""

    def revision(self) -> int:
        """A number that grows with every change; asked on every rerun of a page, so one indexed row."""
        with self._read() as connection:
            return int(connection.scalar(select(meta.c.value).where(meta.c.key == "revision")) or 0)

    def decided(self) -> int:
        """A number that grows with every correction; those of findings and names leave `revision` as it is, since
        nothing that is stored changes by them."""
        with self._read() as connection:
            return corrections.last(connection)

    def article(self, id: str, *, corrected: bool = True) -> dict[str, Any] | None:
        """The record of the contract, with `batch` and `imported`; None for an unknown id.

        `corrected`: under what people have said of its findings and names; else as the engine read it.
        """
        self._settle()
        with self._read() as connection:
            row = connection.execute(select_records().where(articles.c.id == id)).first()
            if row is None:
                return None
            record = record_of(row)
            if corrected:
                given = corrections.standing(connection, "verdict", [id])
                record = self._identities(connection).lay(lay(record, reversed(given))[0])
            record["flags"] = [*record["flags"], *(copy_flag(*f) for _, *f in stories.copies(connection, [id]))]
            return record

    def records(self, batch: str | None = None) -> Iterator[dict[str, Any]]:
        """Every record (of one import) as the engines read it, oldest first; flags on copies are not in it, see
        `copies`."""
        query = select_records().order_by(articles.c.key)
        with self._read() as connection:
            rows = connection.execution_options(yield_per=500).execute(
                query if batch is None else query.where(articles.c.batch == batch)
            )
            for row in rows:
                yield record_of(row)

    def corrected(self, ids: Sequence[str]) -> Iterator[tuple[dict[str, Any], list[Any]]]:
        """The records of these articles under what people have said of them, as they were stored, and with each the
        verdicts that fit nothing in it; flags on copies are not in them."""
        with self._read() as connection:
            names = self._identities(connection)
            for at in range(0, len(ids), 500):
                some = ids[at : at + 500]
                given: dict[str, list[Any]] = {}
                for one in reversed(corrections.standing(connection, "verdict", some)):
                    given.setdefault(one["article"], []).append(one)
                query = select_records().where(articles.c.id.in_(some)).order_by(articles.c.key)
                for row in connection.execute(query):
                    record, unfit = lay(record_of(row), given.get(row.id, ()))
                    yield names.lay(record), unfit

    def judged(self) -> list[str]:
        """Ids of the articles in which a finding was judged, and nobody has taken that back."""
        return list(dict.fromkeys(one["article"] for one in self.corrections("verdict")))

    def identities(self) -> Identities:
        """Which names people have merged, renamed or split."""
        with self._read() as connection:
            return self._identities(connection)

    def _identities(self, connection: Connection) -> Identities:
        return replay([one["body"] for one in reversed(corrections.standing(connection, "identity"))])

    def history(self, limit: int = 50, offset: int = 0) -> tuple[int, list[dict[str, Any]]]:
        """How many corrections of findings and names there were, and some of them, the newest first."""
        with self._read() as connection:
            return corrections.history(connection, ("verdict", "identity"), limit, offset)

    def corrected_since(self, id: int) -> list[dict[str, Any]]:
        """The corrections that were made after the one of this number, the oldest first; one that takes another back
        names it in `undoes`."""
        with self._read() as connection:
            return corrections.since(connection, id)

    def copies(self, ids: Sequence[str] | None = None) -> dict[str, dict[str, Any]]:
        """id → near-duplicate flag, of every article (among `ids`) of whose story an earlier one is stored.

        The flag's `copy_of` is the id of the first that is stored of the story, its confidence the part of the
        wording that is shared with that one.
        """
        self._settle()
        with self._read() as connection:
            return {id: copy_flag(*found) for id, *found in stories.copies(connection, ids)}

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
