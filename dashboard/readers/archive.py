"""Zip archives, read in memory and within bounds: names in them are labels, never paths."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from ..errors import RejectedInput
from ..model import Article
from .encoding import legible
from .limits import Limits, megabytes
from .refused import refused

_REMEDY = "zip"
_SMALLER = "zip.smaller"
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError)


def read_zip(data: bytes, origin: str, limits: Limits) -> Iterator[Article | RejectedInput]:
    """The articles of every file in the archive, in the order of their names; a bad file does not stop the others."""
    from . import is_skipped, read_bytes  # the table of formats, which knows this module

    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except _BROKEN as error:
        raise refused(origin, "broken", _REMEDY, kind="zip", error=error) from None
    if len(entries) > limits.entries:
        raise refused(origin, "zip.entries", _SMALLER, count=len(entries), most=limits.entries)
    left, found = limits.total, False
    for entry in sorted(entries, key=lambda entry: _label(entry)):
        label = _label(entry)
        if is_skipped(label):
            continue
        found = True
        place = f"{origin}: {label}"
        try:
            if label.lower().endswith(".zip"):
                raise refused(place, "zip.inside", "zip.unpack")
            content = _content(archive, entry, place, min(limits.file, left), limits)
            left -= len(content)
            if left <= 0:
                yield refused(origin, "zip.total", _SMALLER, size=megabytes(limits.total))
                return
            yield from read_bytes(label, content, origin=place, limits=limits)
        except RejectedInput as rejection:
            yield rejection
    if not found:
        raise refused(origin, "zip.none", _REMEDY)


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, place: str, most: int, limits: Limits) -> bytes:
    """One entry's bytes; stops reading where it grows past its bounds, whatever its header says of its size."""
    if entry.flag_bits & 0x1:
        raise refused(place, "encrypted", _REMEDY)
    # A small file may well pack 1:200 (an empty table); a large one does not.
    most_by_ratio = max(2**20, entry.compress_size * limits.ratio)
    try:
        with archive.open(entry) as file:
            content = file.read(min(most, most_by_ratio) + 1)
    except _BROKEN as error:
        raise refused(place, "zip.broken_inside", _REMEDY, error=error) from None
    if len(content) > most_by_ratio:
        raise refused(place, "zip.ratio", _REMEDY, ratio=limits.ratio)
    limits.check_size(len(content), place)
    if len(content) > most:
        raise refused(place, "zip.total", _SMALLER, size=megabytes(limits.total))
    return content


def _label(entry: zipfile.ZipInfo) -> str:
    """The entry's name for messages: no way up, no drive, Arabic names of old archivers made legible."""
    name = entry.filename
    if not entry.flag_bits & 0x800:  # no UTF-8 flag: zipfile read it as cp437
        name = legible(name.encode("cp437", "ignore"))
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", ".")]
    return "/".join(part for part in parts if not part.endswith(":")) or "unnamed"
