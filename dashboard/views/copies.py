"""Copies of one article in words: folded rows with their window of time, and what a flag says of the other article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from . import evidence, rows
from .desk import Desk


def row(desk: Desk, code: int) -> rows.Row:
    """One article as a line: title, source, day, a link into the reader."""
    say, about = desk.words, desk.corpus.articles.iloc[code]
    return {
        "id": f"{about['id']}|",
        "href": evidence.link(about["id"]),
        "title": about["title"] or say("article.untitled"),
        "meta": [say.source(about["source"]), say.day(about["published"])],
    }


def more(desk: Desk, codes: Iterable[int], first: int) -> dict[str, Any]:
    """What folds the copies below the row of `first`; nothing where there are none."""
    inside = list(codes)
    if not inside:
        return {}
    return {"more": [row(desk, code) for code in inside], "more_label": evidence.label(desk, [first, *inside])}


def message(desk: Desk, flag: Mapping[str, Any], code: int | None = None) -> str:
    """A flag's message in the interface's language; of a copy it names the other article, never its id."""
    say = desk.words
    if flag["kind"] != "near-duplicate":
        arabic = flag.get("message_ar")
        return str(arabic if say.language == "ar" and arabic else flag["message"])
    other = original(desk, flag, code)
    if other is None:
        return say("flag.near-duplicate")
    about = desk.corpus.articles.iloc[other]
    named = say.apart([about["title"] or say("article.untitled"), say.source(about["source"]),
                       say.day(about["published"])])  # fmt: skip
    if str(flag["rule"]) == "store.same-words":
        return say("flag.same_words", article=named)
    return say("flag.same_wording", article=named, share=say.percent(float(flag["confidence"])))


def original(desk: Desk, flag: Mapping[str, Any], code: int | None = None) -> int | None:
    """The article that a flag on a copy speaks of: the first stored of the story."""
    if flag.get("copy_of") is not None:
        found = desk.corpus.codes.get(str(flag["copy_of"]))
        return None if found is None else int(found)
    return None if code is None else int(desk.corpus.stories[code])
