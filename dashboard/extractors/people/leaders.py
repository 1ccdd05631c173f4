"""The people whom the lexicon knows, by the offices they held and by the consonants of their names."""

from __future__ import annotations

from typing import Any

from ...clean.fold import fold_key
from ...lexicon import Lexicon
from ...lexicon.verbs import split
from ...model import Entry


class Leaders:
    """Look-ups among the lexicon's people."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._offices = {item["id"]: _heads(item) for item in lexicon.data("leaders")}
        self._known = _by_consonants(lexicon)

    def held(self, leader: str, head: str) -> bool:
        """Whether a person of the lexicon held an office called so: «الرئيس», «وزير»."""
        return head.removeprefix("ال") in self._offices.get(leader, ())

    def respelt(self, parts: tuple[str, ...], country: str | None) -> Entry | None:
        """The one person of the lexicon whose given and family name have the same consonants («فلاديمير بوتن»).

        Long vowels tell Arabic names apart (حسن, حسين): who asks, asks about a family's name that is no listed one.
        """
        known = self._known.get((_consonants(parts[0]), _consonants(parts[-1])), ())
        fitting = [entry for entry in known if country in (None, entry.country)]
        return fitting[0] if len(fitting) == 1 else None


def _consonants(name: str) -> str:
    return name[:1] + "".join(letter for letter in name[1:] if letter not in "اويه")


def _by_consonants(lexicon: Lexicon) -> dict[tuple[str, str], list[Entry]]:
    """(consonants of the given, of the family's name: three at least) → the people of the lexicon so called."""
    out: dict[tuple[str, str], list[Entry]] = {}
    for item in lexicon.data("leaders"):
        parts = fold_key(item["name"]).split()
        key = _consonants(parts[0]), _consonants(parts[-1])
        if len(parts) > 1 and len(key[1]) > 2:
            out.setdefault(key, []).append(lexicon.gazetteer.ids[item["id"]])
    return out


def _heads(leader: dict[str, Any]) -> frozenset[str]:
    """The first words of the offices that a leader held, without ال."""
    return frozenset(split(role["ar"])[0].removeprefix("ال") for role in leader.get("roles", ()))
