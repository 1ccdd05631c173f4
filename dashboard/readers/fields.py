"""A record of named values (a JSON object, a table's row, front matter) → Article, whatever its fields are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from ..clean.fold import fold_key
from ..days import parse_moment
from ..lexicon import load
from ..model import Article, How, Published
from .limits import Limits
from .markup import fragment_text
from .refused import refused

_FIELDS = ("text", "title", "published", "source", "url", "author", "language", "id")
_JOINTS = re.compile(r"[\s_\-:.]+")


def article(record: Mapping[str, Any], origin: str, limits: Limits, how: How = "given") -> Article:
    """The article in `record`; raises RejectedInput where it has no text worth the name."""
    values = _pick(record)
    text = body_text(values.get("text"))
    if not text:
        column = next((str(key) for key in record if known_text_field([str(key)])), None)
        if column:
            raise refused(origin, "fields.text_empty", "sentence", field=column[:40])
        named = ", ".join(str(key)[:40] for key in list(record)[:8]) or "–"
        raise refused(origin, "fields.no_text", "field", fields=named, names=accepted("text"))
    check_text(text, origin, limits)
    return Article(
        text=text,
        title=inline(values.get("title")),
        id=inline(values.get("id")) or None,
        language=language_code(inline(values.get("language"))),
        source=inline(values.get("source")) or None,
        url=inline(values.get("url")) or None,
        author=inline(values.get("author")) or None,
        published=published(values.get("published"), how),
        origin=origin,
    )


def published(value: Any, how: How = "given") -> Published:
    """What a date field says. One that can't be read is kept as evidence and never guessed at."""
    if value is None or isinstance(value, (list, dict, bool)):
        value = inline(value)
    if value in ("", None):
        return Published()
    moment = parse_moment(value)
    shown = inline(str(value))[:120]
    if moment is None:
        return Published(None, "unknown", f"{shown!r} is no full day")
    return Published(moment[0], how, shown, moment[1])


def check_text(text: str, origin: str, limits: Limits) -> None:
    """Raise RejectedInput for a text that is too short to say anything, or too long for one article."""
    if len(text) > limits.characters:
        raise refused(origin, "text.long", "articles", count=len(text), most=limits.characters)
    letters = sum(char.isalpha() for char in text[:2000])
    if letters < limits.letters:
        raise refused(origin, "text.little", "sentence", letters=letters)


def accepted(field: str, count: int = 5) -> str:
    """The names a field may have, for a message: some English, some Arabic."""
    names = load().data("fields")[field]
    latin = [name for name in names if name.isascii()][:count]
    return ", ".join(latin + [name for name in names if not name.isascii()][:2])


def known_text_field(names: list[str]) -> bool:
    """Whether one of these column names is a name of the text."""
    return any(_aliases().get(_key(name), ("", 0))[0] == "text" for name in names)


def known_day_field(name: str) -> bool:
    """Whether a column's name is one of the day of publication."""
    return _aliases().get(_key(name), ("", 0))[0] == "published"


def body_text(value: Any) -> str:
    """A text value as one string: paragraphs in a list are joined, markup in it is opened."""
    if isinstance(value, Mapping):  # WordPress: {"rendered": "<p>…"}
        value = next((value[key] for key in ("rendered", "text", "html", "value", "content") if key in value), "")
    if isinstance(value, list):
        value = "\n\n".join(part for part in map(body_text, value) if part)
    text = without_surrogates("" if value is None else str(value)).replace("\x00", "")
    return fragment_text(text).strip()


def inline(value: Any) -> str:
    """A short value on one line: a name out of {"name": …}, a list joined, numbers as written."""
    if isinstance(value, Mapping):
        keys = ("name", "rendered", "title", "$oid", "value", "text", "url")
        value = next((value[key] for key in keys if key in value), "")
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(part for part in map(inline, value) if part))
    if value is None or isinstance(value, bool):
        return ""
    text = " ".join(without_surrogates(str(value)).replace("\x00", "").split())
    return "" if text.lower() in ("nan", "none", "null", "n/a") else text


def language_code(name: str) -> str | None:
    """`ar`, `en`, `fa` … for a code or name of a language (ar-SA, Arabic, العربية); None where it is none."""
    key = fold_key(name)
    known = {fold_key(alias): code for code, aliases in load().data("fields")["languages"].items() for alias in aliases}
    stem = re.split(r"[-_ ]", key)[0] if key else ""
    return known.get(key) or known.get(stem) or (stem if re.fullmatch(r"[a-z]{2,3}", stem) else None)


def without_surrogates(text: str) -> str:
    """`text` with halves of characters joined where they meet and dropped where they stand alone."""
    if not any("\ud800" <= char <= "\udfff" for char in text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\ufffd", "")


def _pick(record: Mapping[str, Any]) -> dict[str, Any]:
    """Field → its value under the best of its names that holds something."""
    best: dict[str, tuple[int, Any]] = {}
    for key, value in record.items():
        field, rank = _aliases().get(_key(str(key)), ("", 0))
        if not field or value in (None, "", [], {}) or (isinstance(value, str) and not value.strip()):
            continue
        if field not in best or rank < best[field][0]:
            best[field] = (rank, value)
    return {field: value for field, (_, value) in best.items()}


def _key(name: str) -> str:
    return _JOINTS.sub("", fold_key(name))


@lru_cache(maxsize=1)
def _aliases() -> dict[str, tuple[str, int]]:
    """Folded alias → (field, its rank among the field's names)."""
    data = load().data("fields")
    return {_key(alias): (field, rank) for field in _FIELDS for rank, alias in enumerate(data[field])}
