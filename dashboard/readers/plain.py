"""Plain text and Markdown. A first line followed by a blank one is the title, which `clean` takes off."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from ..errors import RejectedInput
from ..model import Article
from .encoding import decode
from .fields import article, check_text, without_surrogates
from .limits import Limits

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.{1,8000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_MARKS = (
    (re.compile(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)"), ""),  # pictures
    (re.compile(r"\[([^\]\n]{1,500})\]\([^)\s]{1,2000}(?:\s+\"[^\"\n]{0,500}\")?\)"), r"\1"),  # links keep their words
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE), r"\n\1\n"),  # headings
    (re.compile(r"^[ \t]{0,3}>[ \t]?", re.MULTILINE), ""),  # quotations
    (re.compile(r"^[ \t]*(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),  # rules
    (re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1"), r"\2"),  # strong
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,2000}?)(?<=\S)\*(?![\w*])"), r"\1"),  # emphasis
)  # fmt: skip


def read_text(data: bytes, origin: str, limits: Limits) -> Iterator[Article | RejectedInput]:
    """One plain text: one article."""
    text = without_surrogates(decode(data, origin)).strip()
    check_text(text, origin, limits)
    yield Article(text=text, origin=origin)


def read_markdown(data: bytes, origin: str, limits: Limits) -> Iterator[Article | RejectedInput]:
    """One Markdown file: one article; front matter gives its fields, the markup goes."""
    text = without_surrogates(decode(data, origin))
    values: dict[str, object] = {}
    match = _FRONT_MATTER.match(text)
    if match:
        try:
            front = yaml.load(match.group(1), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
        except (yaml.YAMLError, ValueError):
            front = None
        if isinstance(front, dict):
            values, text = {str(key): value for key, value in front.items()}, text[match.end() :]
    for pattern, replacement in _MARKS:
        text = pattern.sub(replacement, text)
    yield article({**values, "text": text.strip()}, origin, limits)
