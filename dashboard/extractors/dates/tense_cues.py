"""What single words say of a clause's time, from the data: lists of words, verbs' prefixes and the endings they bear.

Nearly every word says nothing, and a memo says so at one look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, cast

from ...clean.document import tokens_of
from ...clean.fold import fold_key, remembered

Tense = Literal["past", "present", "future"]
MAY, IMPERFECT = "قد", "يتن"
_OBJECTS = ("ها", "هم", "ه")
_NONE = "none"
# A verb of three letters is many a noun too: أمر.
_SHORTEST = 3


class Bearing(NamedTuple):
    """What a word may say: its tense, whether it ends the search, whether the words behind it decide (phrases, قد)."""

    tense: Tense | None
    stops: bool
    unsettled: bool


@dataclass(slots=True)
class TenseCues:
    """Words and phrases that say a clause's time; verbs' prefixes, by their first letter; what only looks like such.

    `words` maps to "none" what is no cue in spite of its prefix; `auxiliaries` make a future past (كان من المقرر).
    """

    words: dict[str, str]
    phrases: dict[str, list[tuple[tuple[str, ...], str]]]
    prefixes: dict[str, list[tuple[str, str]]]
    not_prefixed: tuple[str, ...]
    joined: frozenset[str]
    stops: frozenset[str]
    openers: frozenset[str]
    auxiliaries: frozenset[str]
    infinitives: frozenset[str]  # right before a past form they make it none: to be held
    nominals: frozenset[str]  # right before a past form they make it a noun, no cue: على عقد
    deadline: frozenset[str]
    bearing: Callable[[str], Bearing | None] = field(init=False)  # of a folded word; None: it says nothing

    def __post_init__(self) -> None:
        self.bearing = remembered(self._bearing)

    def readings(self, word: str) -> tuple[str, ...]:
        """A word, and without the letter joined before it."""
        return (word, word[1:]) if word[0] in self.joined else (word,)

    def said(self, form: str) -> str | None:
        """The tense of one reading; "none" where it is no cue in spite of its letters, None where it is any word."""
        known = self.words.get(form)
        if known:
            return known
        for ending in _OBJECTS:  # behind ت they are no verbal noun's (عقدها)
            if form.endswith(f"ت{ending}") and self.words.get(form[: -len(ending)]) == "past":
                return "past"  # نشرتها
            if form.endswith(ending) and form[0] in IMPERFECT and self.words.get(form[: -len(ending)]) == "present":
                return "present"  # تنظمه
        for prefix, tense in self.prefixes.get(form[:1], ()):
            if len(form) > len(prefix) + 2 and form.startswith(prefix) and not form.startswith(self.not_prefixed):
                return tense
        return None

    def first_said(self, forms: tuple[str, ...]) -> Tense | None:
        """The tense of the first of the readings that says one, or that it is none."""
        for form in forms:
            said = self.said(form)
            if said:
                return cast(Tense, said) if said != _NONE else None
        return None

    def _bearing(self, word: str) -> Bearing | None:
        forms = self.readings(word)
        unsettled = word in self.phrases or MAY in forms
        found = Bearing(self.first_said(forms), word in self.stops, unsettled)
        return found if any(found) else None


def _pasts(verbs: Iterable[str]) -> Iterator[str]:
    """Past forms that are no noun's: the feminine, and what begins with a hamza (أقرضت, أقرض; دعمت, but not دعم)."""
    for lemma in verbs:
        said = fold_key(lemma).partition("/")[0]
        yield f"{said[:-1] if said[-1] in 'اي' else said}ت"
        if said[0] == "ا" and len(said) > _SHORTEST:
            yield said


def cues_of(data: dict[str, Any], verbs: Iterable[str] = ()) -> TenseCues:
    """The cues of a language's `tense`, and of the verbs that other data list (past/present)."""
    words: dict[str, str] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for tense in ("past", "present", "future", _NONE):
        for cue in data.get(tense, ()):
            parts = tuple(tokens_of(cue))
            if len(parts) == 1:
                words[parts[0]] = tense
            else:
                phrases.setdefault(parts[0], []).append((parts, tense))
    for form in _pasts(verbs):
        words.setdefault(form, "past")
    prefixes: dict[str, list[tuple[str, str]]] = {}
    for prefix, tense in (data.get("prefixes") or {}).items():
        prefixes.setdefault(fold_key(prefix)[0], []).append((fold_key(prefix), tense))
    folded = {
        key: frozenset(fold_key(word) for word in data.get(key, ()))
        for key in ("stops", "openers", "auxiliaries", "infinitives", "nominals", "deadline", "joined")
    }
    not_prefixed = tuple(fold_key(word) for word in data.get("not_prefixed", ()))
    return TenseCues(words=words, phrases=phrases, prefixes=prefixes, not_prefixed=not_prefixed, **folded)
