"""JSON (one article, a list, or a list under a usual name) and JSON Lines (one article a line)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..clean.fold import fold_key
from ..errors import RejectedInput, Said
from ..lexicon import load
from ..lexicon.said import said
from ..model import Article
from .encoding import decode
from .fields import accepted, article
from .limits import Limits
from .refused import refused

# How the parser's messages begin → what is said instead of them.
_WRONG = {
    "Expecting value": "value",
    "Expecting property name": "name",
    "Expecting ':'": "colon",
    "Expecting ','": "comma",
    "Illegal trailing comma": "trailing",
    "Unterminated string": "quote",
    "Invalid control character": "control",
    "Invalid \\": "escape",
    "Extra data": "more",
}


def read_json(data: bytes, origin: str, limits: Limits) -> Iterator[Article | RejectedInput]:
    """The articles of a JSON file; one that holds JSON Lines after all is read as such."""
    text = decode(data, origin).lstrip("\ufeff")
    try:
        value = _parse(text, origin, limits)
    except RejectedInput:
        if "\n{" not in text.strip() or not text.lstrip().startswith("{"):
            raise
        yield from _lines(text.split("\n"), origin, limits)
        return
    records = _records(value)
    if not records:
        raise refused(origin, "json.none", "json.objects", names=accepted("text"))
    if isinstance(value, dict) and len(records) == 1 and records[0] is value:
        yield article(value, origin, limits)
    else:
        yield from _each(records, origin, limits)


def read_jsonl(data: bytes, origin: str, limits: Limits) -> Iterator[Article | RejectedInput]:
    """One article a line; a bad line is refused by its number and the others go on."""
    text = decode(data, origin)
    if text.lstrip("\ufeff \r\n\t").startswith("["):  # a JSON list under another name
        yield from read_json(data, origin, limits)
    else:
        yield from _lines(text.split("\n"), origin, limits)


def read_stream(stream: Iterable[bytes], origin: str, limits: Limits) -> Iterator[Article | RejectedInput]:
    """JSON Lines as they come (standard input): nothing but the current line is held."""
    number = 0
    for number, raw in enumerate(stream, start=1):
        place = f"{origin}: record {number}"
        if not raw.strip(b"\xef\xbb\xbf \t\r\n\x00"):
            continue
        try:
            limits.check_size(len(raw), place)
            yield _line(decode(raw, place), place, limits)
        except RejectedInput as rejection:
            yield rejection
    if not number:
        yield refused(origin, "stream.empty", "stream")


def _lines(lines: Iterable[str], origin: str, limits: Limits) -> Iterator[Article | RejectedInput]:
    for number, line in enumerate(lines, start=1):
        if not line.strip("\ufeff \t\r"):
            continue
        place = f"{origin}: record {number}"
        try:
            yield _line(line, place, limits)
        except RejectedInput as rejection:
            yield rejection


def _line(line: str, place: str, limits: Limits) -> Article:
    value = _parse(line.strip("\ufeff \t\r\n"), place, limits)
    return _one(value, place, limits)


def _each(records: list[Any], origin: str, limits: Limits) -> Iterator[Article | RejectedInput]:
    for number, value in enumerate(records, start=1):
        try:
            yield _one(value, f"{origin}: record {number}", limits)
        except RejectedInput as rejection:
            yield rejection


def _one(value: Any, place: str, limits: Limits) -> Article:
    if isinstance(value, str):
        value = {"text": value}
    if not isinstance(value, dict):
        raise refused(place, "json.no_object", "json.object", kind=_kind(value), names=accepted("text"))
    return article(value, place, limits)


def _parse(text: str, origin: str, limits: Limits) -> Any:
    if _depth(text) > limits.depth:
        raise refused(origin, "json.deep", "json.flat", depth=limits.depth)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = {"line": error.lineno, "column": error.colno}
        raise refused(origin, "json.broken", "json.valid", error=_wrong(error), **place) from None
    except (ValueError, RecursionError):
        raise refused(origin, "json.beyond", "json.valid") from None


def _wrong(error: json.JSONDecodeError) -> Said:
    """What is wrong with it, in words of ours: the parser speaks English only, and its own dialect of that."""
    if error.pos >= len(error.doc.rstrip()):
        return said("json.wrong.end")
    return said(f"json.wrong.{next((code for start, code in _WRONG.items() if error.msg.startswith(start)), 'other')}")


def _depth(text: str) -> int:
    """An upper bound of the nesting, brackets inside strings counted too where the cheap count does not clear it."""
    if text.count("[") + text.count("{") <= 100:
        return 0
    deepest = level = 0
    quoted = escaped = False
    for char in _structure(text):
        if escaped:
            escaped = False
        elif quoted:
            escaped, quoted = char == "\\", char != '"'
        elif char == '"':
            quoted = True
        elif char in "[{":
            level += 1
            deepest = max(deepest, level)
        elif char in "]}":
            level -= 1
    return deepest


def _structure(text: str) -> Iterator[str]:
    """Only the characters that matter to nesting: quotes, brackets, and a backslash with what follows it."""
    for match in re.finditer(r'\\.|["\[\]{}]', text, re.DOTALL):
        yield from match.group()


def _records(value: Any) -> list[Any] | None:
    """The articles in a parsed file: the list itself, the list under a usual name, the object alone."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return None
    wrappers = {fold_key(name) for name in load().data("fields")["wrappers"]}
    for key, inner in value.items():
        if fold_key(str(key)) not in wrappers:
            continue
        if isinstance(inner, list) and all(isinstance(item, dict) for item in inner):
            return inner
        if isinstance(inner, dict) and (nested := _records(inner)) and nested != [inner]:
            return nested
    return [value]


def _kind(value: Any) -> str:
    kinds = {list: "list", int: "number", float: "number", bool: "truth", type(None): "null"}
    return said(f"kind.{kinds.get(type(value), 'text')}")
