"""Office files (OOXML) looked over before a library opens them: bounds of a zip, no macros, no DTD, no password."""

from __future__ import annotations

import io
import zipfile
import zlib

from .limits import Limits, megabytes
from .refused import refused

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_DTDS = tuple(mark.encode(code) for mark in ("<!DOCTYPE", "<!ENTITY") for code in ("ascii", "utf-16-le", "utf-16-be"))
_PARTS = 5_000
_REMEDY = "office"
_MEDIA = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".bmp", ".tif", ".tiff", ".svg", ".wdp", ".mp4", ".mp3")
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError)


def looked_over(data: bytes, origin: str, limits: Limits, kind: str, folder: str) -> io.BytesIO:
    """The file for its library, when nothing speaks against it; `folder` holds the main part (word, xl).

    Raises RejectedInput for what is broken, encrypted, another format, a bomb, or holds macros.
    """
    if not data:
        raise refused(origin, "empty", "office.article", kind=kind)
    if data.startswith(_OLE):
        if _PASSWORD in data:
            raise refused(origin, "password", "password")
        raise refused(origin, "office.old", "save_as", kinds=kind)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive, origin, limits, kind, folder)
    except _BROKEN as error:
        raise refused(origin, "broken", _REMEDY, kind=kind, error=error) from None
    return io.BytesIO(data)


def _check(archive: zipfile.ZipFile, origin: str, limits: Limits, kind: str, folder: str) -> None:
    entries = archive.infolist()
    names = {entry.filename.lower() for entry in entries}
    if not any(name.startswith(f"{folder}/") for name in names):
        raise refused(origin, "office.other", _REMEDY, kind=kind)
    if any(name.endswith("vbaproject.bin") for name in names):
        raise refused(origin, "office.macros", _REMEDY, kind=kind)
    if len(entries) > min(_PARTS, limits.entries):
        raise refused(origin, "office.parts", _REMEDY, kind=kind, count=len(entries))
    left = limits.total
    for entry in entries:
        if entry.flag_bits & 0x1:
            raise refused(origin, "encrypted", _REMEDY, kind=kind)
        left -= _size(archive, entry, left, origin, limits, kind)


def _size(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int, origin: str, limits: Limits, kind: str) -> int:
    """A part's real size, read in pieces up to its bounds; XML in it searched for a document type."""
    most = min(left, limits.file, max(2**20, entry.compress_size * limits.ratio))
    xml, size, tail = not entry.filename.lower().endswith(_MEDIA), 0, b""
    with archive.open(entry) as file:
        while piece := file.read(2**20):
            size += len(piece)
            if size > most:
                raise refused(origin, "office.bomb", _REMEDY, kind=kind, size=megabytes(most))
            if xml and any(mark in tail + piece for mark in _DTDS):
                raise refused(origin, "office.entities", _REMEDY, kind=kind)
            tail = piece[-24:]
    return size
