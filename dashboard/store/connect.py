"""Engines on workspaces, with what SQLite needs for two writers and many readers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import SQLAlchemyError

from ..errors import WorkspaceError
from ..lexicon.said import said


def connect(url: str) -> Engine:
    """An engine on a workspace; an SQLite file gets its folder, WAL and full synchronisation."""
    try:
        engine = create_engine(url)
        if engine.dialect.name == "sqlite":
            path = engine.url.database
            if path and path != ":memory:":
                Path(path).parent.mkdir(parents=True, exist_ok=True)
            event.listen(engine, "connect", _on_connect)
            event.listen(engine, "begin", _on_begin)
        return engine
    except (SQLAlchemyError, OSError, ImportError) as error:
        raise WorkspaceError(said("workspace.open", url=url, error=error)) from None


def exists(url: str) -> bool:
    """Whether an SQLite workspace's file is there; other databases answer when they are opened."""
    try:
        parsed = make_url(url)
    except SQLAlchemyError:
        return True  # opening it says what is wrong
    path = parsed.database or ""
    named = parsed.get_backend_name() == "sqlite" and path != ":memory:" and not path.startswith("file:")
    return not named or Path(path).is_file()


def _on_connect(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # SQLAlchemy begins transactions itself, see _on_begin
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=30000"):
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
