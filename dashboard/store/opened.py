"""An open workspace: its connections, and the transactions that read and write it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.exc import DatabaseError

from ..errors import WorkspaceError
from ..lexicon.said import said
from . import schema, stories
from .connect import connect, exists, may_only_be_read
from .rows import signature_of
from .schema import meta


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


class Opened:
    """A workspace's connections. Safe to share between threads; cheap to keep open."""

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
                raise _unopened(self.url, error) from None
            self._open_to_read()

    def _open_to_read(self) -> None:
        """A file that may not be written serves as it is, if it needs no change first."""
        self._engine, self.read_only, self.new = connect(self.url, read_only=True), True, False
        try:
            with self._read() as connection:
                current = schema.is_current(connection)
                self.identity = _identity(connection)
        except DatabaseError as error:
            raise _unopened(self.url, error) from None
        if not current:
            raise WorkspaceError(said("workspace.outdated", url=self.url))

    def _settle(self) -> None:
        """Compare what an older Marsad has stored; a chunk a transaction, so that no other writer waits long."""
        if self.read_only:
            return
        with self._read() as connection:
            waiting = stories.waiting(connection)
        while waiting:
            with self._write() as connection:
                waiting = stories.settle(connection, signature_of)

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


def _unopened(url: str, error: DatabaseError) -> WorkspaceError:
    """Why a workspace can't be opened: most often it is another program's file, which is said in our own words."""
    if "not a database" in str(error.orig):
        return WorkspaceError(said("workspace.no_database", url=url))
    return WorkspaceError(said("workspace.open", url=url, error=error.orig))
