"""Zip archives, read in memory and within bounds: names in them are labels, never paths."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from ..errors import RejectedInput
from ..model import Article
from .limits import Limits, megabytes

_REMEDY = "a zip of articles, not encrypted"
_SMALLER = "several smaller archives"
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError)


def read_zip(data: bytes, origin: str, limits: Limits) -> Iterator[Article | RejectedInput]:
    """The articles of every file in the archive, in the order of their names; a bad file does not stop the others."""
    from . import is_skipped, read_bytes  # the table of formats, which knows this module

    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except _BROKEN as error:
        raise RejectedInput(origin, f"broken zip: {error}", _REMEDY) from None
    if len(entries) > limits.entries:
        raise RejectedInput(origin, f"{len(entries)} files in it, more than {limits.entries}", _SMALLER)
    left, found = limits.total, False
    for entry in sorted(entries, key=lambda entry: _label(entry)):
        label = _label(entry)
        if is_skipped(label):
            continue
        found = True
        place = f"{origin}: {label}"
        try:
            if label.lower().endswith(".zip"):
                raise RejectedInput(place, "a zip inside a zip", "unpack the inner one first")
            content = _content(archive, entry, place, min(limits.file, left), limits)
            left -= len(content)
            if left <= 0:
                yield RejectedInput(origin, f"more than {megabytes(limits.total)} MB unpacked", _SMALLER)
                return
            yield from read_bytes(label, content, origin=place, limits=limits)
        except RejectedInput as rejection:
            yield rejection
    if not found:
        raise RejectedInput(origin, "no file in it", _REMEDY)


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, place: str, most: int, limits: Limits) -> bytes:
    """One entry's bytes; stops reading where it grows past its bounds, whatever its header says of its size."""
    if entry.flag_bits & 0x1:
        raise RejectedInput(place, "encrypted", _REMEDY)
    # A small file may well pack 1:200 (an empty table); a large one does not.
    most_by_ratio = max(2**20, entry.compress_size * limits.ratio)
    try:
        with archive.open(entry) as file:
            content = file.read(min(most, most_by_ratio) + 1)
    except _BROKEN as error:
        raise RejectedInput(place, f"broken in the archive: {error}", _REMEDY) from None
    if len(content) > most_by_ratio:
        raise RejectedInput(place, f"packed more than 1:{limits.ratio}, as no article is", _REMEDY)
    limits.check_size(len(content), place)
    if len(content) > most:
        raise RejectedInput(place, f"more than {megabytes(limits.total)} MB unpacked in all", _SMALLER)
    return content


def _label(entry: zipfile.ZipInfo) -> str:
    """The entry's name for messages: no way up, no drive, Arabic names of old archivers made legible."""
    name = entry.filename
    if not entry.flag_bits & 0x800:  # no UTF-8 flag: zipfile read it as cp437
        raw = name.encode("cp437", "ignore")
        for encoding in ("utf-8", "cp1256"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", ".")]
    return "/".join(part for part in parts if not part.endswith(":")) or "unnamed"
