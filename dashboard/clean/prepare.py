"""An article as a reader found it → the article as it is stored: clean text, title, outlet, day of publication."""

from __future__ import annotations

import re
from dataclasses import replace

from ..bylines import author_line
from ..model import Article, Published
from .boilerplate import is_chrome, without_furniture
from .byline import find_dateline
from .dayline import day_line
from .fold import fold_key
from .language import detect
from .normalise import normalise, one_line
from .publication import publication
from .signature import outlet_named, outlet_of, signed_by, source_line
from .teasers import without_teasers

_TITLE_CHARACTERS = 200
_ENDS = 5  # lines at either end of a text where the writer and the source may be named
_TOP, _PLACE = 3, 4  # lines at the top where it may stand alone, words of a place or a section beside it
_PARTS = re.compile(r"\s*[|/–—-]\s+|\s+[|/–—-]\s*|\s*[|]\s*")
_SIGNS = "|/–—-"  # of `_PARTS`
_ROUNDS = 8  # what is taken away can uncover something


def prepare(article: Article) -> Article:
    """Clean `article`; pure, and a fixed point: prepare(prepare(a)) == prepare(a).

    The text keeps its words and letters as written; furniture goes (`boilerplate`, `teasers`). Source: given, the
    address's outlet, the dateline or outlet prefix, a line that names it. `dateline` is the span in the clean text
    in which no actor stands.
    """
    for _ in range(_ROUNDS):
        before, source = (one_line(article.title), normalise(article.text)), article.source
        article = _once(article, *before)
        # The rest is found in title, text and outlet, and what is given stays: another round would find the same.
        if ((article.title, article.text), article.source) == (before, source):
            break
    return article


def _once(article: Article, title: str, text: str) -> Article:
    """One round over an article whose `title` and `text` are normalised."""
    if not title:
        title, text = split_title(text)
    lines = [line for line in text.split("\n") if line.strip()]
    ends = lines[:_ENDS] + lines[max(_ENDS, len(lines) - _ENDS) :]
    signed = [line for line in ends if author_line(line)]
    author = one_line(article.author or "") or (one_line(author_line(signed[0]) or "") if signed else None)
    stated = next(filter(None, map(source_line, ends)), None) or next(filter(None, map(_signed, ends)), None)
    published = publication(article.published, article.url, lines)

    placed = [line for line in lines[:_TOP] if _names_outlet(line, article.source or "")]
    if signed or placed:
        text = "\n".join("" if line in (*signed, *placed) else line for line in text.split("\n"))
    text = normalise(without_teasers(normalise(without_furniture(text, title)))) or normalise(article.text)
    dateline = find_dateline(text)
    if not published.date and dateline and dateline.day:
        published = Published(dateline.day.date, "text", text[slice(*dateline.span)], dateline.day.at)
    named = outlet_of(article.url or "") or (dateline and dateline.source) or stated
    source = one_line(article.source or "") or one_line(named or "")
    return replace(
        article,
        title=_without_outlet(title, source),
        text=text,
        author=author or None,
        source=source or None,
        published=published,
        language=article.language or detect(text, title),
        dateline=dateline.span if dateline else None,
    )


def split_title(text: str) -> tuple[str, str]:
    """A normalised plain text's title and the rest: the first line, if a blank one and more text follow.

    A paragraph is no title: a line that is too long, ends as a sentence, or begins with a dateline stays in the text.
    Buttons, menus and dates above the title are passed over.
    """
    lines = text.split("\n")
    for index, line in enumerate(lines):
        if not line or is_chrome(line):
            continue
        rest = lines[index + 1 :]
        while rest and rest[0] and is_chrome(rest[0]):  # the day right below the title
            rest = rest[1:]
        if not rest or rest[0] or not any(part.strip() for part in rest):
            break
        if len(line) > _TITLE_CHARACTERS or line.endswith((".", "،", "؛", ":")) or find_dateline(line):
            break
        return line, "\n".join([*lines[:index], *lines[index + 1 :]]).strip()
    return "", text


def _names_outlet(line: str, source: str) -> bool:
    """Whether a line at the top only names the article's outlet, with a place or a section: مسقط - الخليج اليوم."""
    # A part has few words, and its sign a blank on either side: most lines have more blanks than their signs allow.
    if not source or line.count(" ") > (_PLACE + 2) * (1 + sum(map(line.count, _SIGNS))):
        return False
    parts = [fold_key(part) for part in _PARTS.split(line.strip())]
    return fold_key(source) in parts and all(part.count(" ") < _PLACE for part in parts)


def _signed(line: str) -> str | None:
    """The outlet that a line of signature, or of place, agency and day, names."""
    stamp = day_line(line)
    return signed_by(line) or (stamp.source if stamp else None)


def _without_outlet(title: str, source: str | None) -> str:
    """A title without the outlet's name that a page's template sets behind it."""
    for mark in (" | ", " - ", " – ", " — "):
        head, found, tail = title.rpartition(mark)
        named = outlet_named(tail) if found else None
        if found and head.strip() and (named and (mark == " | " or named == source) or tail.strip() == source):
            return head.strip()
    return title
