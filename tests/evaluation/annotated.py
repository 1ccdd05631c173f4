"""The annotated articles: what each must and must not give, written from its text alone.

One YAML file an article: `language`, `published` (absent when unknown), `title`, `text`, `held_out`, `must`,
`may`, `must_not`, and `complete`: the kinds of which everything right is in `must` or `may`, so that whatever else is
found of them is wrong. `may` is what is right but need not be found: themes, speakers, and the groups of parties
between which the text tells anything at all.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ARTICLES = Path(__file__).parent / "articles"
SENTENCES = Path(__file__).parent / "sentences.yml"
KINDS = (
    "countries", "capitals", "dates", "alternatives", "persons", "roles", "organisations", "places", "relations",
    "quotes", "themes", "flags", "text",
)  # fmt: skip
# Kinds of a must or must_not list; alternatives and roles are read off dates and persons.
LISTED = frozenset(KINDS) - {"alternatives", "roles"}


@dataclass(frozen=True)
class Annotated:
    """One article with its annotation; `wrong` is its must_not."""

    name: str
    language: str
    title: str
    text: str
    published: str | None
    held_out: bool = False
    complete: frozenset[str] = frozenset()
    must: dict[str, list[Any]] = field(default_factory=dict)
    may: dict[str, list[Any]] = field(default_factory=dict)
    wrong: dict[str, list[Any]] = field(default_factory=dict)


def load(folder: Path = ARTICLES) -> list[Annotated]:
    """All annotated articles by name; raises ValueError where an annotation names a kind that does not exist."""
    return [read(path) for path in sorted(folder.glob("*.yml"))]


def read(path: Path) -> Annotated:
    """One file."""
    raw = _plain(yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader))
    must, may, wrong = raw.get("must", {}), raw.get("may", {}), raw.get("must_not", {})
    complete = frozenset(raw.get("complete", ()))
    unknown = (set(must) | set(may) | set(wrong) | complete) - LISTED
    if unknown:
        raise ValueError(f"{path.name}: no such kind: {', '.join(sorted(unknown))}")
    return Annotated(
        name=path.stem, language=raw["language"], title=raw.get("title", ""), text=raw["text"],
        published=raw.get("published"), held_out=bool(raw.get("held_out")),
        complete=complete, must=must, may=may, wrong=wrong,
    )  # fmt: skip


def sentences(path: Path = SENTENCES) -> list[Annotated]:
    """Single sentences with the relations that they tell, as articles of their own; every second one is held out."""
    items = _plain(yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader))
    return [
        Annotated(
            name=f"sentence-{index}", language=item.get("language", "ar"), title="", text=item["text"],
            published=item.get("published", "2024-03-06"), held_out=bool(index % 2),
            complete=frozenset({"relations"}), must={"relations": item["relations"]},
        )
        for index, item in enumerate(items)
    ]  # fmt: skip


def record(article: Annotated) -> dict[str, Any]:
    """What the engine finds in it, as the public record."""
    from dashboard import extract

    published = article.published or None
    return extract(article.text, title=article.title, published=published, language=article.language).to_dict()


def _plain(value: Any) -> Any:
    """YAML's days as ISO strings, as the record writes them."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value
