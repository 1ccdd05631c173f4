"""Marsad in Python: extract, read, ingest, frames."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .errors import UsageError
from .ingest import Summary
from .ingest import ingest as _ingest
from .lexicon.said import said
from .model import Article, Published, Record
from .readers import read as _read

if TYPE_CHECKING:  # its database comes late: what only extracts does without
    from .store import Store

__all__ = ["extract", "frames", "ingest", "read"]


def extract(
    text: str, *, title: str = "", published: str | dt.date | None = None, language: str | None = None
) -> Record:
    """The findings of one text; `published` an ISO day or a date. Pure: nothing is stored, no clock is read."""
    from .pipeline import extract_article

    return extract_article(Article(text=text, title=title, language=language, published=given(published)))


def given(published: str | dt.date | None) -> Published:
    """A publication date that somebody gives; raises UsageError where it is no ISO day."""
    if not published:
        return Published()
    if isinstance(published, dt.datetime):
        return Published(published.date(), "given", published.isoformat(), published.isoformat())
    if isinstance(published, dt.date):
        return Published(published, "given", published.isoformat())
    try:
        return Published(dt.date.fromisoformat(published[:10]), "given", published)
    except ValueError:
        raise UsageError(said("date.none", value=repr(published))) from None


def read(path: str | os.PathLike[str]) -> Iterator[Article]:
    """The articles of a file or folder, cleaned; raises RejectedInput at the first that can't be read."""
    from .clean.prepare import prepare

    return map(prepare, _read(path))


def ingest(paths: Iterable[str | os.PathLike[str]], workspace: str | os.PathLike[str] | Store | None = None) -> Summary:
    """Read, extract and store files and folders; counts of what became of them."""
    return _ingest(paths, workspace)


def frames(workspace: str | os.PathLike[str] | Store | None = None) -> dict[str, object]:
    """The workspace as pandas frames, see `dashboard.tables`."""
    from .tables import frames as _frames

    return dict(_frames(workspace))
