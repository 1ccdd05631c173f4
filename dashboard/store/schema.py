"""The workspace's tables, and the way from one version of them to the next.

Findings are derived and replaceable: one JSON body an article and engine, which frames unpack. Corrections are
append-only and never touched by extraction: verdicts on findings, names that were merged, renamed or split, days given.
"""

from __future__ import annotations

import uuid

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    func,
    insert,
    select,
    text,
    update,
)  # fmt: skip

from ..errors import WorkspaceError
from ..lexicon.said import said

VERSION = 4
metadata = MetaData()

meta = Table("meta", metadata, Column("key", String(40), primary_key=True), Column("value", Text, nullable=False))
batches = Table(
    "batches", metadata,
    Column("id", String(32), primary_key=True),
    Column("at", String(32), nullable=False),  # ISO time of the import, UTC
    Column("label", Text, nullable=False),
    Column("samples", Boolean, nullable=False, default=False),
    Column("revision", Integer, nullable=False),  # of the last change to one of its articles
)  # fmt: skip
articles = Table(
    "articles", metadata,
    Column("key", Integer, primary_key=True),  # FTS5's rowid
    Column("id", Text, nullable=False, unique=True),
    Column("batch", ForeignKey("batches.id"), nullable=False, index=True),
    Column("imported", String(32), nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("folded", Text, nullable=False),  # title and text as they are searched
    Column("text_hash", String(32), nullable=False, index=True),  # of the folded words: identical texts share it
    Column("language", String(8)), Column("source", Text), Column("url", Text), Column("author", Text),
    Column("published", String(10)), Column("published_how", String(10), nullable=False),
    Column("published_evidence", Text), Column("published_at", String(40)),
    Column("dateline_start", Integer), Column("dateline_end", Integer),
    Column("origin", Text),
    Column("signature", LargeBinary),  # of the wording, see `similar`; null: not computed yet
    Column("story", Integer, index=True),  # key of the first stored copy; null: not compared yet
)  # fmt: skip
bands = Table(
    "bands", metadata,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),  # of a piece of a signature
    Column("article", Integer, primary_key=True, autoincrement=False),  # key of an article with that signature
    sqlite_with_rowid=False,
)  # fmt: skip
findings = Table(
    "findings", metadata,
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("engine", String(20), primary_key=True),
    Column("version", String(20), nullable=False),
    Column("lexicon", String(32), nullable=False),
    Column("body", Text, nullable=False),  # the record's lists as JSON
)  # fmt: skip
originals = Table(
    "originals", metadata,
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("name", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),  # zlib
)  # fmt: skip
corrections = Table(
    "corrections", metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("author", Text),
    Column("article", Text, index=True),  # null: for the whole workspace
    Column("action", String(20), nullable=False),
    Column("body", Text, nullable=False),  # JSON: what is corrected, by its place, and into what
    Column("undoes", Integer, index=True),  # a correction is taken back by a later one, never deleted
)  # fmt: skip
themes = Table(
    "themes", metadata,  # the workspace's own, and what it has changed of those that ship
    Column("id", Text, primary_key=True),
    Column("body", Text),  # JSON, as a theme's file holds it; null: as it ships
    Column("active", Boolean, nullable=False, default=True),
    Column("at", String(32), nullable=False),
)  # fmt: skip
Index("articles_published", articles.c.published)

# The index's own words, asked of each connection's temporary schema: nothing is stored.
VOCABULARY = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.articles_words USING fts5vocab('main', 'articles_fts', 'row')"

# FTS5 with external content: a contentless table refuses deletion. PostgreSQL will have its own index here.
_FTS = (
    "CREATE VIRTUAL TABLE articles_fts"
    " USING fts5(folded, content='articles', content_rowid='key', tokenize='unicode61')",
    "CREATE TRIGGER articles_ai AFTER INSERT ON articles BEGIN"
    " INSERT INTO articles_fts(rowid, folded) VALUES (new.key, new.folded); END",
    "CREATE TRIGGER articles_ad AFTER DELETE ON articles BEGIN"
    " INSERT INTO articles_fts(articles_fts, rowid, folded) VALUES ('delete', old.key, old.folded); END",
    "CREATE TRIGGER articles_au AFTER UPDATE OF folded ON articles BEGIN"
    " INSERT INTO articles_fts(articles_fts, rowid, folded) VALUES ('delete', old.key, old.folded);"
    " INSERT INTO articles_fts(rowid, folded) VALUES (new.key, new.folded); END",
)
# version → the statements that lead to the next one; a step stays here for ever once it has shipped.
# New tables need none. What has to be computed from texts is left null, and filled in when it is first asked for.
MIGRATIONS: dict[int, tuple[str, ...]] = {
    1: (
        "ALTER TABLE articles ADD COLUMN signature BLOB",
        "ALTER TABLE articles ADD COLUMN story INTEGER",
        "CREATE INDEX ix_articles_story ON articles (story)",
    ),
    2: (),  # the table of themes; an older Marsad would read articles without them, so it is kept out
    # Verdicts are looked up by article. Two tables for merged names, never written, go: names are replayed from the
    # corrections, so that any step can be taken back. An older Marsad would show what was called wrong.
    3: (
        "CREATE INDEX IF NOT EXISTS ix_corrections_article ON corrections (article)",
        "CREATE INDEX IF NOT EXISTS ix_corrections_undoes ON corrections (undoes)",
        "DROP TABLE IF EXISTS aliases",
        "DROP TABLE IF EXISTS entities",
    ),
}


def prepare(connection: Connection) -> bool:
    """Make the tables of a new workspace, bring an older one up, refuse a newer one; whether it was new."""
    metadata.create_all(connection)
    found = connection.scalar(select(meta.c.value).where(meta.c.key == "schema"))
    if found is None:
        if connection.dialect.name == "sqlite":
            for statement in _FTS:
                connection.execute(text(statement))
        # `identity` tells caches of one workspace from those of another at the same path.
        values = {"schema": str(VERSION), "revision": "0", "identity": uuid.uuid4().hex}
        connection.execute(insert(meta), [{"key": key, "value": value} for key, value in values.items()])
        return True
    version = int(found)
    if version > VERSION:
        raise WorkspaceError(said("workspace.newer", version=version, known=VERSION))
    for step in range(version, VERSION):
        for statement in MIGRATIONS[step]:
            connection.execute(text(statement))
    connection.execute(update(meta).where(meta.c.key == "schema").values(value=str(VERSION)))
    return False


def is_current(connection: Connection) -> bool:
    """Whether a workspace can be read as it is."""
    found = connection.scalar(select(meta.c.value).where(meta.c.key == "schema"))
    return found == str(VERSION)


def article_count(connection: Connection) -> int:
    """How many articles are stored."""
    return connection.scalar(select(func.count()).select_from(articles)) or 0
