"""Arabic proclitics: the readings of a written word without و ف, then ب ل ك."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .fold import remembered


@remembered
def variants(word: str) -> tuple[tuple[int, str], ...]:
    """(letters cut, form) readings of a folded token: itself, then without و ف, then without ب ل ك.

    لل is ل and ال in one: للصين is الصين with the ل cut. Readings that leave fewer than two letters are none.
    """
    readings = [(0, word)]
    if len(word) < 3 or not "\u0621" <= word[0] <= "\u06cc":
        return tuple(readings)
    rests = [(0, word)]
    if word[0] in "وف":
        readings.append((1, word[1:]))
        rests.append((1, word[1:]))
    for cut, rest in rests:
        if len(rest) >= 3 and rest[0] in "بلك":
            readings.append((cut + 1, rest[1:]))
            if rest.startswith("لل") and len(rest) > 3:
                readings.append((cut + 1, "ال" + rest[2:]))
                readings.append((cut + 1, "ال" + rest[1:]))  # للجنة is ل and اللجنة
    return tuple(readings)


@remembered
def readings(word: str) -> tuple[str, ...]:
    """The forms alone of `variants`, for looking a word up in a set of cues."""
    return tuple([form for _, form in variants(word)])


_JOINTS = ("", "و", "ف")


@remembered
def bearers(form: str) -> tuple[str, ...]:
    """The words of which `variants` may read `form`, and some of which it doesn't."""
    joined = [f"{clitic}{form}" for clitic in ("", "ب", "ل", "ك")]
    if form.startswith("ال"):
        joined += [f"ل{form[2:]}", f"لل{form[2:]}"]
    return tuple([f"{joint}{rest}" for joint in _JOINTS for rest in joined])


def openings(trie: dict[str, Any]) -> Callable[[str], tuple[tuple[int, str, Any], ...]]:
    """A look-up in a trie of tokens: the (letters cut, form, node) of a word's readings with which something begins."""

    @remembered
    def look_up(word: str) -> tuple[tuple[int, str, Any], ...]:
        return tuple([(cut, form, trie[form]) for cut, form in variants(word) if form in trie])

    return look_up
