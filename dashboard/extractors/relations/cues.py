"""Sets of words of the data, some with open endings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import repeat

from ...clean.fold import fold_key, remembered


@remembered
def _readings(word: str) -> tuple[str, ...]:
    """The word, and what is left of it without a conjunction, a preposition or the article."""
    if not word.startswith(("و", "ب", "ل", "ال")):
        return (word,)
    prefixes = ("وال", "بال", "لل", "ال", "و", "ب", "ل")
    return (word, *[word[len(one) :] for one in prefixes if word.startswith(one) and len(word) > len(one) + 2])


@dataclass(frozen=True, slots=True)
class Words:
    """A set of words, some with open endings.

    `holds` says whether a word, with its conjunction or article off too, is one of these; it is asked hundreds of times
    an article, so without a call of Python's. `look` is the same without a memory, for what is itself remembered.
    """

    exact: frozenset[str]
    stems: tuple[str, ...]
    holds: Callable[[str], bool] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "holds", remembered(self.look))

    def __contains__(self, word: str) -> bool:
        return word in self.exact or (bool(self.stems) and word.startswith(self.stems))

    def look(self, word: str) -> bool:
        """Whether it holds the word, looked up anew."""
        readings = _readings(word)
        if not self.exact.isdisjoint(readings):
            return True
        return bool(self.stems) and any(map(str.startswith, readings, repeat(self.stems)))


def union(*sets: Words | None) -> Words:
    """What any of the sets holds."""
    known = [words for words in sets if words is not None]
    return Words(frozenset().union(*(words.exact for words in known)), sum((words.stems for words in known), ()))


def words_of(cues: Mapping[str, Iterable[str]] | None) -> Words:
    """The cue lists of all languages as one set; multi-word cues are not for this."""
    exact, stems = set(), []
    for listed in (cues or {}).values():
        for cue in listed:
            folded = fold_key(cue)
            bare = folded[2:] if folded.startswith("ال") and len(folded) > 5 else folded
            for form in {folded, bare}:
                stems.append(form[:-1]) if form.endswith("*") else exact.add(form)
    return Words(frozenset(exact), tuple(stems))
