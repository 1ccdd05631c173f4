"""Zip archives, and those packed in one, read in memory and within bounds: names in them are labels, never paths."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from ..errors import RejectedInput
from ..model import Article
from .contents import ending
from .encoding import legible
from .limits import Limits, megabytes
from .refused import refused

_REMEDY = "zip"
_SMALLER = "zip.smaller"
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError)


@dataclass
class _Room:
    """What an archive and those packed in it may still unpack, in bytes and in files."""

    limits: Limits
    left: int
    entries: int


def read_zip(data: bytes, origin: str, limits: Limits) -> Iterator[Article | RejectedInput]:
    """The articles of every file in the archive, in the order of their names; a bad file does not stop the others."""
    yield from _archive(data, origin, _Room(limits, limits.total, limits.entries), limits.ratio, inner=False)


def _archive(
    data: bytes, origin: str, room: _Room, ratio: float, *, inner: bool
) -> Iterator[Article | RejectedInput]:  # fmt: skip
    """An archive's articles; one packed in it is opened too, within what is left to both, and none in that one."""
    from . import is_skipped, read_bytes  # the table of formats, which knows this module

    limits = room.limits
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except _BROKEN as error:
        raise refused(origin, "broken", _REMEDY, kind="zip", error=error) from None
    if len(entries) > room.entries:
        raise refused(origin, "zip.entries", _SMALLER, count=len(entries), most=room.entries)
    room.entries -= len(entries)
    found = False
    for entry in sorted(entries, key=lambda entry: _label(entry)):
        label = _label(entry)
        if is_skipped(label):
            continue
        if room.left <= 0:
            yield refused(origin, "zip.total", _SMALLER, size=megabytes(limits.total))
            return
        found = True
        place = f"{origin}: {label}"
        try:
            content = _content(archive, entry, place, room, ratio)
            room.left -= len(content)
            if not label.lower().endswith(".zip") or ending(".zip", content) != ".zip":
                yield from read_bytes(label, content, origin=place, limits=limits)
            elif inner:
                raise refused(place, "zip.inside", "zip.unpack")
            else:  # how tightly it is packed itself counts for what is in it
                packed = min(1.0, entry.compress_size / max(1, len(content)))
                yield from _archive(content, place, room, ratio * packed, inner=True)
        except RejectedInput as rejection:
            yield rejection
    if not found:
        raise refused(origin, "zip.none", _REMEDY)


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, place: str, room: _Room, ratio: float) -> bytes:
    """One entry's bytes; stops reading where it grows past its bounds, whatever its header says of its size."""
    if entry.flag_bits & 0x1:
        raise refused(place, "encrypted", _REMEDY)
    limits, most = room.limits, min(room.limits.file, room.left)
    # A small file may well pack 1:200 (an empty table); a large one does not.
    most_by_ratio = max(2**20, int(entry.compress_size * ratio))
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
