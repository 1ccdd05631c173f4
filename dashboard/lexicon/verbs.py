"""Forms of Arabic verbs in folded text: person, number, tense and object pronouns, told from lemmas in the data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..clean.fold import fold_key

_PAST_ENDINGS = ("", "ت", "وا", "ا", "تا", "نا", "ه", "ها", "هم", "ته", "تها", "تهم", "وه", "وها", "وهم", "هما", "ني")
_PRESENT_ENDINGS = ("", "ون", "وا", "ان", "ا", "ين", "ه", "ها", "هم", "هما", "نا", "ونه", "ونها", "ني", "ن")
# The endings that a form may have, by its last letter, in order: of some twenty only a few are tried.
_PAST, _PRESENT = (
    {last: tuple(one for one in endings if one[-1:] in ("", last)) for last in "تاهمين"}
    for endings in (_PAST_ENDINGS, _PRESENT_ENDINGS)
)


def split(value: Any) -> list[str]:
    """The folded words of a data value: a string of words, or a list of such; `_` joins the parts of one name."""
    lines = [value] if isinstance(value, str) else value or ()
    return [fold_key(word) for line in lines for word in line.split()]


class Verbs:
    """Recognises the forms of verbs given as `past` or `past/present` lemmas."""

    def __init__(self, lemmas: Iterable[str]) -> None:
        self._past: dict[str, str] = {}
        self._present: dict[str, str] = {}
        for lemma in lemmas:
            past, _, present = fold_key(lemma).partition("/")
            stem = present[1:] if present else (past[1:] if past.startswith("ا") and len(past) > 3 else past)
            self._past.setdefault(past, past)
            self._present.setdefault(stem, past)
            if past[-1] in "اي" and len(past) > 2:  # دعا: دعت، دعوا
                self._past.setdefault(past[:-1] + "ت", past)
                self._past.setdefault(past[:-1] + "وا", past)
            if stem[-1] in "اوي" and len(stem) > 1:
                self._present.setdefault(stem[:-1] + "ون", past)
                self._present.setdefault(stem[:-1] + "وا", past)

    def past(self, word: str) -> str | None:
        """The lemma of which `word` is a past form."""
        for ending in _PAST.get(word[-1:], ("",)):
            if word.endswith(ending) and len(word) - len(ending) > 1:
                lemma = self._past.get(word[: len(word) - len(ending)])
                if lemma and (len(lemma) > 2 or len(ending) < 2):
                    return lemma
        return None

    def present(self, word: str) -> str | None:
        """The lemma of which `word` is a present or future form."""
        body = word[1:] if len(word) > 3 and word[0] == "س" else word
        if len(body) < 3 or body[0] not in "يتنا":
            return None
        for ending in _PRESENT.get(body[-1], ("",)):
            if body.endswith(ending) and len(body) - len(ending) > 2:
                lemma = self._present.get(body[1 : len(body) - len(ending)])
                if lemma:
                    return lemma
        return self._present.get(body[1:])

    def lemma(self, word: str) -> str | None:
        return self.past(word) or self.present(word)

    def participle(self, word: str) -> str | None:
        """The lemma of which `word` is an active participle of a derived form (مشير, مضيفا, مؤكدين)."""
        if word[0] != "م" or len(word) < 4:
            return None
        for ending in ("", "ا", "ه", "ين", "ون", "ات"):
            if word.endswith(ending):
                lemma = self._present.get(word[1 : len(word) - len(ending)])
                if lemma and len(lemma) > 2:
                    return lemma
        return None
