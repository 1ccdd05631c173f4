"""What outlets are called in each language, found by any way in which a collection writes their name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ..clean.fold import fold_key
from .loader import load

_NOT_LETTERS = re.compile(r"[\W_]+")
_LEAST = 5  # letters of a host's name that stand for the outlet: "un" and "dw" are other things too


def outlet(source: str) -> Mapping[str, str] | None:
    """Language → name of the outlet that a source is; None for one that is not listed.

    "skynews", "Sky News" and "news.sky.com" are one: case, blanks and signs make no difference, nor does a first word
    that says what it is (وكالة رويترز).
    """
    said, _, rest = source.strip().partition(" ")
    return _outlets().get(_key(source)) or (_outlets().get(_key(rest)) if _key(said) in _kinds() else None)


def _key(text: str) -> str:
    return _NOT_LETTERS.sub("", fold_key(text).removeprefix("www."))


@lru_cache(maxsize=1)
def _kinds() -> frozenset[str]:
    return frozenset(map(_key, load().data("outlets")["outlet_words"]))


@lru_cache(maxsize=1)
def _outlets() -> dict[str, dict[str, str]]:
    listed = load().data("outlets")["outlets"]
    out: dict[str, dict[str, str]] = {}
    for one in listed:
        names = {"ar": one.get("ar") or one["name"], "en": one["en"]}
        for form in (one["name"], *names.values(), *one["forms"], *one["hosts"]):
            out.setdefault(_key(form), names)
    for one in listed:  # bare names of hosts give way to any name that is written out
        for host in one["hosts"]:
            bare = _key(host.split(".")[-2])
            if len(bare) >= _LEAST:
                out.setdefault(bare, out[_key(one["name"])])
    return out
