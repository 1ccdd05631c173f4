"""The records: frozen dataclasses that every room shares, and nothing else.

Offsets are half-open, count Unicode code points, and point into the article's own clean `title` or `text`
(`field` says which). A finding always says where it stands, which rule made it and how sure that rule is.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import asdict, dataclass, field
from typing import Any, Literal
from urllib.parse import urlsplit

from .mould import moulded

Field = Literal["title", "text"]
How = Literal["given", "metadata", "text", "url", "unknown"]


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published: its day as written (never converted), and how that is known."""

    date: dt.date | None = None
    how: How = "unknown"
    evidence: str | None = None
    at: str | None = None  # ISO date-time with its offset, where the source gives one

    def to_dict(self) -> dict[str, Any]:
        day = self.date.isoformat() if self.date else None
        out: dict[str, Any] = {"date": day, "how": self.how, "evidence": self.evidence}
        if self.at:
            out["at"] = self.at
        return out


@moulded
@dataclass(frozen=True, slots=True)
class Article:
    """One article, as a reader found it and, after `clean`, as it is stored."""

    text: str
    title: str = ""
    id: str | None = None
    language: str | None = None
    source: str | None = None
    url: str | None = None
    author: str | None = None
    published: Published = Published()
    origin: str = ""  # the file, and the record in it, for messages
    dateline: tuple[int, int] | None = None  # where the dateline or outlet prefix stands in `text`: no actor there


def article_id(article: Article) -> str:
    """The id at first storing: the given one, else a hash of title, clean text and source (or the URL's host)."""
    if article.id:
        return article.id
    where = article.source or urlsplit(article.url or "").hostname or ""
    content = "\0".join((article.title, article.text, where))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:20]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What every located finding carries. `sentence` is an index into the record's sentences, null in the title."""

    start: int | None
    end: int | None
    field: Field = "text"
    sentence: int | None = None
    rule: str
    confidence: float = 1.0


@moulded
@dataclass(frozen=True, slots=True)
class Entry:
    """What a form stands for: a state, place, organisation or person, from the data or found in the text.

    `via` is how the form names it (name, demonym, people, capital, alias, short, pattern, title …); `weak` forms
    need a cue, since they are also something else (مالي, تركي, قطر).
    """

    kind: Literal["country", "place", "person", "organization"]
    id: str
    name: str
    name_en: str | None = None
    country: str | None = None
    via: str = "name"
    type: str | None = None
    weak: bool = False
    lat: float | None = None
    lon: float | None = None
    nonstate: bool = False
    acts_for_state: bool = False


@dataclass(slots=True)
class Candidate:
    """A possible mention: tokens `first` … `end`-1 of a document, `start`/`stop` its offsets without clitics."""

    first: int
    end: int
    start: int
    stop: int
    entry: Entry
    rule: str
    confidence: float = 1.0
    role: str | None = None
    weak: bool = False
    article: bool = False  # the form bore ال (الروسي, الصين)


@moulded
@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Finding):
    """One occurrence of a state, place, organisation or person; the span excludes clitics and titles."""

    text: str
    kind: Literal["country", "place", "person", "organization"]
    id: str
    name: str
    name_en: str | None = None
    country: str | None = None  # ISO 3166-1 alpha-3, of a place, an organ, a person
    via: str | None = None  # countries: name | demonym | capital | people; others: name | alias | pattern | title …
    role: str | None = None
    lat: float | None = None
    lon: float | None = None
    nonstate: bool = False
    acts_for_state: bool = False  # an organ or seat of government: counts for `country`, via organization
    counts: bool = True  # False: a dateline, a source, a dissolved state; never an actor, never in `countries`
    ambiguous: bool = False  # several places bear the name and the text does not say which


@moulded
@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention(Finding):
    """One expression of time. `from_day`/`to_day` are inclusive ISO days, null where open or unresolved."""

    text: str
    from_day: str | None = None
    to_day: str | None = None
    edtf: str | None = None
    precision: str | None = None
    mod: str | None = None
    kind: str = "date"
    basis: str = "absolute"
    part: str | None = None
    at: str | None = None
    tz: str | None = None
    alternative: int | None = None
    tense: str | None = None
    calendar: str = "gregorian"  # gregorian | hijri | persian


@moulded
@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Finding):
    """A statement: its span, who made it, in which words it is introduced."""

    speaker: str | None
    speaker_mention: int | None = None
    relayed_by: str | None = None
    verb: str | None = None
    direct: bool = False


@moulded
@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Finding):
    """Who did what to whom, coded in PLOVER. `quote` and `date` are indexes into the record's lists."""

    source: str | None
    target: str | None
    actors: tuple[str, ...]
    reciprocal: bool
    type: str
    mode: str | None = None
    context: tuple[str, ...] = ()
    sign: str = "0"
    status: str = "occurred"
    announces: str | None = None
    attributed_to: int | None = None
    date: int | None = None


@moulded
@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a theme shows: a span and the rule that saw it."""

    start: int
    end: int
    field: Field = "text"
    sentence: int | None = None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme with its score (the share of the article it is, 0–1) and its evidence."""

    id: str
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag(Finding):
    """Something a careful reader should check. Null offsets: the whole article."""

    kind: str
    message: str
    message_ar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryCount:
    """A state of the article, with how often and by which kinds of naming."""

    id: str
    name: str
    name_en: str | None
    count: int
    via: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """What made the findings: engine, its version, the hash of the lexicon."""

    name: str
    version: str
    lexicon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything known of one article; `to_dict()` is the public record of the contract."""

    article: Article
    sentences: tuple[tuple[int, int], ...] = ()
    countries: tuple[CountryCount, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    relations: tuple[Relation, ...] = ()
    quotes: tuple[Quote, ...] = ()
    themes: tuple[Theme, ...] = ()
    flags: tuple[Flag, ...] = ()
    engine: Engine = field(default_factory=lambda: Engine(name="rules", version="0", lexicon=""))

    def to_dict(self) -> dict[str, Any]:
        """The record as plain JSON values, keys as the contract names them."""
        a = self.article
        return {
            "id": a.id, "title": a.title, "text": a.text, "language": a.language, "source": a.source,
            "url": a.url, "author": a.author, "published": a.published.to_dict(),
            "sentences": [list(span) for span in self.sentences],
            **{key: [plain(item) for item in getattr(self, key)]
               for key in ("countries", "mentions", "dates", "relations", "quotes", "themes", "flags")},
            "engine": asdict(self.engine),
        }  # fmt: skip


# `from` is a Python keyword, so two fields bear another name inside.
_PUBLIC = {"from_day": "from", "to_day": "to"}
# Said only where it is true: a reader of the record need not step over them elsewhere.
_WHEN_TRUE = {"nonstate", "acts_for_state", "ambiguous"}


def plain(item: Any) -> dict[str, Any]:
    """A finding as a dict of JSON values under its public names."""
    out = {}
    for key, value in asdict(item).items():
        if key in _WHEN_TRUE and not value:
            continue
        out[_PUBLIC.get(key, key)] = list(value) if isinstance(value, tuple) else value
    return out
