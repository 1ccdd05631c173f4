"""Bytes to text: UTF-8, UTF-16, UTF-32, windows-1256 and ISO-8859-6 told apart; what is no text is refused."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

from ..lexicon import load
from ..lexicon.said import said
from .refused import refused

_BOMS = (  # UTF-32 first: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_SIGNATURES = {
    b"%PDF-": "pdf",
    b"PK\x03\x04": "zip",
    b"\x89PNG": "png",
    b"\xff\xd8\xff": "jpeg",
    b"GIF8": "gif",
    b"\xd0\xcf\x11\xe0": "office",
    b"\x1f\x8b": "gzip",
    b"SQLite format 3": "database",
    b"\x7fELF": "program",
    b"MZ\x90\x00": "program",
    b"Rar!": "rar",
    b"7z\xbc\xaf": "7zip",
    b"RIFF": "media",
}
_META = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)
_REMEDY = "text"
_SAMPLE = 200_000  # bytes that judge the encoding; the whole is then decoded


def decode(data: bytes, origin: str, *, markup: bool = False) -> str:
    """The text of `data`; raises RejectedInput where it is empty or no text. `markup`: believe a charset it states."""
    if not data.strip(b"\x00 \t\r\n\f\v"):
        raise refused(origin, "empty", "file.article")
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise refused(origin, "text.other", _REMEDY, kind=said(f"kind.{kind}"))
    text = _decode(data, origin, markup)
    controls = sum(char < " " and char not in "\t\n\r\f\v\x1b\x1a\x00" or char == "\ufffd" for char in text[:_SAMPLE])
    if controls > 2 + min(len(text), _SAMPLE) // 200 or text[:_SAMPLE].count("\x00") > len(text[:_SAMPLE]) // 20:
        raise refused(origin, "text.binary", _REMEDY)
    return text.replace("\x00", "")


def legible(name: bytes) -> str:
    """A file's name as text: UTF-8, else as old Arabic systems wrote it; never half a character."""
    for encoding in ("utf-8", "cp1256"):
        try:
            return name.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name.decode("utf-8", "replace")


def _decode(data: bytes, origin: str, markup: bool) -> str:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, "replace")
    wide = _utf16(data)
    if wide:
        return data[: len(data) // 2 * 2].decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    nearly = data.decode("utf-8", "replace")  # cut or bruised UTF-8: lead bytes followed by their continuations
    bruises = nearly.count("\ufffd")
    if bruises * 50 <= sum(char > "\x7f" for char in nearly):
        return nearly.replace("\ufffd", "")
    candidates = ["cp1256", "iso8859_6", *_stated(data, markup), *_guessed(data)]
    best, best_score = "", -1.0
    for name in dict.fromkeys(candidates):
        try:
            text = data[:_SAMPLE].decode(name)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
        score = _arabic_score(text)
        if score > best_score + 1e-9:
            best, best_score = name, score
    if best_score > 0:
        return data.decode(best, "replace")
    for name in [*_stated(data, markup), *_guessed(data)]:  # no Arabic in it: the code page matters for accents only
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    if sum(byte > 0x7F for byte in data[:_SAMPLE]) * 20 < len(data[:_SAMPLE]):
        return data.decode("cp1252", "replace")
    raise refused(origin, "text.encoding", _REMEDY)


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: one byte of each pair is the block (0 for Latin, 6 for Arabic), hardly anything else."""
    sample = data[: _SAMPLE // 2 * 2]
    if len(sample) < 8:
        return None
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        blocks = sum(byte in (0x00, 0x06) for byte in high)
        # 0x20 (typographic signs) and 0xFE (presentation forms) occur too, but no text is made of them alone.
        if blocks > 0.7 * len(high) and blocks + high.count(0x20) + high.count(0xFE) > 0.95 * len(high):
            return name
    return None


def _stated(data: bytes, markup: bool) -> list[str]:
    """The charset that a page states in its head."""
    match = _META.search(data[:4096]) if markup else None
    return [match.group(1).decode("ascii")] if match else []


def _guessed(data: bytes) -> list[str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:20_000]).best()
    return [best.encoding] if best else []


def _arabic_score(text: str) -> float:
    """How much `text` reads like Arabic: the share of its words that are common ones or begin with the article.

    A wrong code page turns letters into others, and the commonest words of any text into none.
    """
    words = re.findall(r"[^\W\d_]+", text)
    hits: int = sum(2 * (word in _common()) for word in words)
    hits += sum(len(word) > 4 and word.startswith(("ال", "وال", "بال", "لل")) for word in words)
    return float(hits / (len(words) or 1))


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(load().data("boilerplate")["languages"]["ar"]["words"])
