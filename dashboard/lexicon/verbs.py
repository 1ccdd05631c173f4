"""Forms of Arabic verbs in folded text: person, number, tense and object pronouns, told from lemmas in the data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..clean.fold import fold_key

_PAST_ENDINGS = ("", "ت", "وا", "ا", "تا", "نا", "ه", "ها", "هم", "ته", "تها", "تهم", "وه", "وها", "وهم", "هما", "ني")
_PRESENT_ENDINGS = ("", "ون", "وا", "ان", "ا", "ين", "ه", "ها", "هم", "هما", "نا", "ونه", "ونها", "ني", "ن")


def split(value: Any) -> list[str]:
    """The folded words of a data value: a string of words, or a list of such; `_` joins the parts of one name."""
    lines = [value] if isinstance(value, str) else value or ()
    return [fold_key(word) for line in lines for word in line.split()]


class Verbs:
    """Recognises the forms of verbs given as `past` or `past/present` lemmas."""

    def __init__(self, lemmas: Iterable[str]) -> None:
        past: dict[str, str] = {}
        present: dict[str, str] = {}
        for lemma in lemmas:
            said, _, says = fold_key(lemma).partition("/")
            stem = says[1:] if says else (said[1:] if said.startswith("ا") and len(said) > 3 else said)
            past.setdefault(said, said)
            present.setdefault(stem, said)
            if said[-1] in "اي" and len(said) > 2:  # دعا: دعت، دعوا
                past.setdefault(said[:-1] + "ت", said)
                past.setdefault(said[:-1] + "وا", said)
            if stem[-1] in "اوي" and len(stem) > 1:
                present.setdefault(stem[:-1] + "ون", said)
                present.setdefault(stem[:-1] + "وا", said)
        self._stems = present
        # Every form once, an earlier ending before a later one.
        self._past, self._present = dict[str, str](), dict[str, str]()
        for ending in _PAST_ENDINGS:
            for stem, lemma in past.items():
                if len(stem) > 1 and (len(lemma) > 2 or len(ending) < 2):
                    self._past.setdefault(stem + ending, lemma)
        for ending in _PRESENT_ENDINGS:
            for stem, lemma in present.items():
                if len(stem) > 1 or not ending:
                    self._present.setdefault(stem + ending, lemma)

    def past(self, word: str) -> str | None:
        """The lemma of which `word` is a past form."""
        return self._past.get(word)

    def present(self, word: str) -> str | None:
        """The lemma of which `word` is a present or future form."""
        body = word[1:] if len(word) > 3 and word[0] == "س" else word
        return self._present.get(body[1:]) if len(body) > 2 and body[0] in "يتنا" else None

    def lemma(self, word: str) -> str | None:
        return self.past(word) or self.present(word)

    def participle(self, word: str) -> str | None:
        """The lemma of which `word` is an active participle of a derived form (مشير, مضيفا, مؤكدين)."""
        if word[0] != "م" or len(word) < 4:
            return None
        for ending in ("", "ا", "ه", "ين", "ون", "ات"):
            if word.endswith(ending):
                lemma = self._stems.get(word[1 : len(word) - len(ending)])
                if lemma and len(lemma) > 2:
                    return lemma
        return None
