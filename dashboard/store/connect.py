"""Engines on workspaces, with what SQLite needs for two writers and many readers."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from ..errors import WorkspaceError
from ..lexicon.said import said


def connect(url: str, *, read_only: bool = False) -> Engine:
    """An engine on a workspace; an SQLite file gets its folder, WAL and full synchronisation, or is left as it is."""
    try:
        if read_only:
            return create_engine(url, creator=lambda: _to_read(Path(make_url(url).database or "")))
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


def may_only_be_read(url: str, error: DBAPIError) -> bool:
    """Whether opening failed because an SQLite file, or the folder that its log would stand in, can't be written."""
    if make_url(url).get_backend_name() != "sqlite" or not exists(url):
        return False
    path = Path(make_url(url).database or "")
    return "readonly" in str(error.orig) or not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def _to_read(path: Path) -> sqlite3.Connection:
    """A connection that writes nothing. Where no log can stand beside the file and none does, it takes none."""
    fixed = not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists()
    address = f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if fixed else ''}"
    return sqlite3.connect(address, uri=True, check_same_thread=False, timeout=30)


def _on_connect(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # SQLAlchemy begins transactions itself, see _on_begin
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=30000"):
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
