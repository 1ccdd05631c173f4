"""Files to articles. One module a format, one line in `FORMATS`; adding a format is both, and nothing else.

A format's reader takes the bytes of one file, its label for messages and the limits; it yields articles, and a
`RejectedInput` for a record that can't be read while the others can; it raises one where the whole file can't.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath

from ..errors import RejectedInput
from ..model import Article
from .archive import read_zip
from .contents import ending
from .encoding import legible
from .limits import Limits
from .plain import read_markdown, read_text
from .records_json import read_json, read_jsonl, read_stream
from .refused import refused
from .tabular import read_csv, read_tsv
from .web import read_html
from .worker import apart

Outcome = Article | RejectedInput
Reader = Callable[[bytes, str, Limits], Iterator[Outcome]]

_LARGE = 4 * 2**20  # bytes of a page above which reading it must be bounded


def _page(data: bytes, origin: str, limits: Limits) -> Iterator[Outcome]:
    """A saved page, here where it is of a usual size: a process of its own costs more than reading it."""
    yield from (read_html if len(data) <= _LARGE else apart("html"))(data, origin, limits)


FORMATS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": _page,
    ".htm": _page,
    ".mhtml": apart("mhtml"),
    ".mht": apart("mhtml"),
    ".eml": apart("eml"),
    ".docx": apart("docx"),
    ".pdf": apart("pdf"),
    ".json": read_json,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
    ".tsv": read_tsv,
    ".xlsx": apart("xlsx"),
    ".zip": read_zip,
}
# Near relatives that are not read: what is wrong, what to save them as.
REFUSED = {
    **dict.fromkeys((".docm", ".dotm"), ("file.docm", ".docx")),
    **dict.fromkeys((".xlsm", ".xltm", ".xlsb"), ("file.xlsm", ".xlsx")),
    **dict.fromkeys((".doc", ".rtf", ".odt", ".wps"), ("file.document", ".docx")),
    **dict.fromkeys((".xls", ".ods"), ("file.table", ".xlsx, .csv")),
    **dict.fromkeys((".msg", ".mbox", ".pst"), ("file.mail", ".eml")),
    **dict.fromkeys((".rar", ".7z", ".gz", ".tar", ".tgz"), ("file.archive", ".zip")),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".tif", ".tiff"), ("file.picture", "")),
}

__all__ = [
    "FORMATS",
    "REFUSED",
    "Limits",
    "Outcome",
    "is_skipped",
    "name_of",
    "read",
    "read_bytes",
    "read_stream",
    "walk",
]


def read(path: str | os.PathLike[str]) -> Iterator[Article]:
    """The articles of a file or folder, as written; raises RejectedInput at the first that can't be read."""
    for outcome in walk([path]):
        if isinstance(outcome, RejectedInput):
            raise outcome
        yield outcome


def walk(paths: Iterable[str | os.PathLike[str]], limits: Limits | None = None) -> Iterator[Outcome]:
    """The articles under `paths` (files and folders), in a fixed order, and a RejectedInput for each that failed."""
    limits = limits or Limits.from_environment()
    for path in map(Path, paths):
        if path.is_dir():
            yield from _folder(path, limits)
        else:
            yield from _file(path, limits)


def read_bytes(name: str, data: bytes, *, origin: str | None = None, limits: Limits | None = None) -> Iterator[Outcome]:
    """The articles of an upload or an archive's entry; `name` is a label whose ending, or `data`, tells the format."""
    limits, origin = limits or Limits.from_environment(), origin or name
    try:
        named = _ending(name, origin)
        limits.check_size(len(data), origin)
        yield from FORMATS[ending(named, data)](data, origin, limits)
    except RejectedInput as rejection:
        yield rejection


def name_of(path: str | os.PathLike[str]) -> str:
    """A path as it is told: text that can be stored and printed, whatever bytes the name is made of."""
    return legible(os.fsencode(path))


def is_skipped(label: str) -> bool:
    """Whether a folder walk or an archive passes over this name: README files, hidden ones, a system's own."""
    parts = PurePosixPath(label).parts
    hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in parts)
    return hidden or (bool(parts) and parts[-1].lower().startswith(("readme", "thumbs.db", "desktop.ini")))


def _ending(name: str, origin: str) -> str:
    """A name's ending; raises RejectedInput where no reader takes it."""
    named = PurePosixPath(name).suffix.lower()
    if named in REFUSED:
        reason, kinds = REFUSED[named]
        raise refused(origin, reason, "save_as" if kinds else "recognise", kinds=kinds)
    if named not in FORMATS:
        raise refused(origin, "file.unknown", "formats", kinds=" ".join(FORMATS))
    return named


def _folder(root: Path, limits: Limits) -> Iterator[Outcome]:
    """Every file below `root`, sorted by name; links are not followed out of it."""
    problems: list[OSError] = []
    inside = root.resolve()
    for folder, names, files in os.walk(root, onerror=problems.append):
        saved = {PurePosixPath(name).stem for name in files if name.lower().endswith((".html", ".htm"))}
        names[:] = sorted(name for name in names if not is_skipped(name) and not _page_parts(name, saved))
        for name in sorted(files):
            path = Path(folder, name)
            if is_skipped(name):
                continue
            if path.is_symlink() and not path.resolve().is_relative_to(inside):
                yield refused(name_of(path), "link", "link")
                continue
            yield from _file(path, limits)
    for problem in problems:
        yield refused(name_of(problem.filename), "open", "folder.open", error=problem.strerror)


def _page_parts(name: str, pages: set[str]) -> bool:
    """Whether a folder holds the pictures and scripts that a browser saved beside a page."""
    stem, _, ending = name.rpartition("_")
    return stem in pages and ending in ("files", "Dateien", "fichiers", "archivos", "ملفات")


def _file(path: Path, limits: Limits) -> Iterator[Outcome]:
    origin = name_of(path)
    try:
        if path.exists():
            _ending(path.name, origin)
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise refused(origin, "file.none", "file")
        limits.check_size(status.st_size, origin)
        data = path.read_bytes()
    except RejectedInput as rejection:
        yield rejection
    except FileNotFoundError:
        yield refused(origin, "path", "path")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        yield refused(origin, "open", "file.open", error=reason)
    else:
        yield from read_bytes(path.name, data, origin=origin, limits=limits)
